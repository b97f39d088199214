using Heed.Cli;

namespace Heed.Tests.Cli;

/// <summary>One run of the program inside the test.</summary>
internal sealed record CliRun(int Status, string Out, string Error)
{
    /// <summary>Runs the program in a folder.</summary>
    public static Task<CliRun> In(string folder, params string[] arguments) => In(folder, _ => null, arguments);

    /// <summary>Runs the program in a folder with an environment.</summary>
    public static async Task<CliRun> In(string folder, Func<string, string?> variable, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await HeedProgram.Run(arguments, Around(folder, output, error, variable), TestContext.Current.CancellationToken);
        return new CliRun(status, output.ToString(), error.ToString());
    }

    public static Surroundings Around(string folder, TextWriter output, TextWriter error, Func<string, string?>? variable = null) => new()
    {
        Out = output,
        Error = error,
        WorkingFolder = folder,
        Variable = variable ?? (_ => null),
    };
}
