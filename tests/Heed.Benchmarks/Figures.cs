using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Heed.Benchmarks;

/// <summary>
/// What a run measured, with the day, the machine and the command. With <c>--write</c> it also takes the place of the last figures of
/// its name in <c>tests/README.md</c>: nobody copies figures by hand.
/// </summary>
internal sealed class Figures(string name, ReadOnlyMemory<string> arguments)
{
    private const string Document = "tests/README.md";

    private readonly StringBuilder text = new();

    private bool IsWritten => arguments.Span.Contains("--write");

    /// <summary>What the run is asked for, without the switch.</summary>
    public IEnumerable<string> Asked => arguments.ToArray().Where(argument => argument != "--write");

    public void Tell(FormattableString line)
    {
        var told = line.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(told);
        text.Append(told).Append('\n');
    }

    /// <summary>Ends the run.</summary>
    public void Close()
    {
        if (!IsWritten)
        {
            return;
        }

        var written = string.Create(
            CultureInfo.InvariantCulture,
            $"`{string.Join(' ', ["dotnet run -c Release --project tests/Heed.Benchmarks --", name, .. Asked])}`, {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.OSDescription}, .NET {Environment.Version}:\n\n{text}");
        File.WriteAllText(Document, Replaced(File.ReadAllText(Document), name, written));
        Console.WriteLine($"Written to {Document}.");
    }

    /// <summary>The document with other figures between the marks of the name.</summary>
    private static string Replaced(string document, string name, string figures)
    {
        var begin = $"<!-- written by: Heed.Benchmarks -- {name} --write -->\n";
        const string end = "<!-- until here -->";
        var from = document.IndexOf(begin, StringComparison.Ordinal);
        var to = from < 0 ? -1 : document.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0
            ? throw new InvalidOperationException($"{Document} has no place for these figures, which begins with {begin.Trim()} and ends with {end}.")
            : $"{document[..(from + begin.Length)]}\n{figures}\n{document[to..]}";
    }
}
