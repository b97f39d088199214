using Spectre.Console;

namespace Heed.Cli.Reporting;

/// <summary>Writes for people on a terminal, and plainly into a file or a pipe.</summary>
public sealed class Terminal
{
    private readonly Surroundings around;
    private readonly IAnsiConsole output;
    private readonly IAnsiConsole error;

    /// <summary>A terminal on the streams of the surroundings.</summary>
    public Terminal(Surroundings around)
    {
        this.around = around;
        output = Printer(around.Out, around.OutIsTerminal && around.WantsColor);
        error = Printer(around.Error, around.ErrorIsTerminal && around.WantsColor);
    }

    /// <summary>A part of a line of the results.</summary>
    public void Write(string text, Style? style = null) => output.Write(text, style);

    /// <summary>A line of the results.</summary>
    public void WriteLine(string text = "", Style? style = null) => output.WriteLine(text, style);

    /// <summary>A part of a line of what went wrong.</summary>
    public void Complain(string text, Style? style = null) => error.Write(text, style);

    /// <summary>A line of what went wrong.</summary>
    public void ComplainLine(string text = "", Style? style = null) => error.WriteLine(text, style);

    /// <summary>Does long work, telling its stages where a person waits, and nothing where nobody does.</summary>
    public T Work<T>(Func<Action<string>, T> work)
    {
        if (!around.ErrorIsTerminal || around.Variable("TERM") == "dumb")
        {
            return work(_ => { });
        }

        // Its own console, of the terminal's real width: the one for printing is made wide, so that lines are never cut.
        return Console(around.Error, ansi: true).Status().Start("reading", status => work(stage => status.Status = stage.EscapeMarkup()));
    }

    private static IAnsiConsole Printer(TextWriter stream, bool ansi)
    {
        var console = Console(stream, ansi);
        console.Profile.Width = 100_000;
        return console;
    }

    private static IAnsiConsole Console(TextWriter stream, bool ansi) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
        ColorSystem = ansi ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = ansi ? InteractionSupport.Yes : InteractionSupport.No,
        Out = new AnsiConsoleOutput(stream),

        // Spectre's enrichers switch colour on in some build services, where it would land in log files.
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });
}
