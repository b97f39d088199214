using System.CommandLine;
using System.CommandLine.Invocation;
using System.ComponentModel;
using System.Net.Sockets;
using System.Security;
using Heed.Cli.Commands;

namespace Heed.Cli;

/// <summary>The program as a function of its arguments and surroundings.</summary>
public static class HeedProgram
{
    /// <summary>Runs one command of this process.</summary>
    public static async Task<int> Run(string[] arguments)
    {
        try
        {
            return await Run(arguments, Surroundings.OfThisProcess());
        }
        catch (WrongUseException wrong)
        {
            await Console.Error.WriteLineAsync($"heed: {wrong.Message}");
            return ExitStatus.WrongUse;
        }
    }

    /// <summary>Runs one command, until it ends or is cancelled (Ctrl-C cancels, too), and gives the exit status (<see cref="ExitStatus"/>).</summary>
    public static async Task<int> Run(string[] arguments, Surroundings around, CancellationToken cancelled = default)
    {
        try
        {
            var parsed = CommandLine(around).Parse(arguments);
            var streams = new InvocationConfiguration { Output = around.Out, Error = around.Error, EnableDefaultExceptionHandler = false };
            var status = await parsed.InvokeAsync(streams, cancelled);

            // The library ends a wrong command line with 1, which is our word for content that needs mending.
            return parsed.Action is ParseErrorAction ? ExitStatus.WrongUse : status;
        }
        catch (WrongUseException wrong)
        {
            await around.Error.WriteLineAsync($"heed: {wrong.Message}");
            return ExitStatus.WrongUse;
        }
        catch (Exception refused) when (IsOfSurroundings(refused))
        {
            await around.Error.WriteLineAsync($"heed: the {(refused is IOException or UnauthorizedAccessException ? "disk" : "system")} says: {refused.Message}");
            await WriteTrace(refused, around);
            return ExitStatus.WrongUse;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await around.Error.WriteLineAsync($"heed: this is a fault of ours, not of your content: {fault.Message}");
            if (!await WriteTrace(fault, around))
            {
                await around.Error.WriteLineAsync(
                    "  Please report it: run the same command with HEED_TRACE=1 before it, and open an issue in Heed's repository\n" +
                    "  with the command, what it printed, and the page that it stumbled over if you can share it.");
            }

            return ExitStatus.OurFault;
        }
    }

    private static RootCommand CommandLine(Surroundings around)
    {
        var source = new Option<string?>("--source")
        {
            Description = $"The knowledge base's folder (default: the nearest one upwards with {Disk.SourceFolder.Settings})",
            HelpName = "DIR",
            Recursive = true,
        };

        return new RootCommand("Heed: human-rights recommendations, and whether they were heeded, as a site of plain files.")
        {
            source,
            BuildCommand.Create(around, source),
            ServeCommand.Create(around, source),
            CheckCommand.Create(around, source),
            SearchCommand.Create(around, source),
            ExportCommand.Create(around, source),
            VerifyCommand.Create(around, source),
            NewCommand.Create(around, source),
        };
    }

    /// <summary>What the system refuses is no fault of ours: a disk that is full, a folder that may not be written, a program that does not start.</summary>
    private static bool IsOfSurroundings(Exception exception) => exception switch
    {
        IOException or UnauthorizedAccessException or SecurityException or SocketException or Win32Exception => true,
        AggregateException several => several.Flatten().InnerExceptions.All(IsOfSurroundings),
        _ => false,
    };

    private static async Task<bool> WriteTrace(Exception exception, Surroundings around)
    {
        var wanted = around.Variable("HEED_TRACE") is "1" or "true";
        if (wanted)
        {
            await around.Error.WriteLineAsync(exception.ToString());
        }

        return wanted;
    }
}
