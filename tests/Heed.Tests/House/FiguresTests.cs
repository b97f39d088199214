using System.Text.RegularExpressions;
using Heed.Tests.Support;

namespace Heed.Tests.House;

/// <summary>Figures in documents are written by the benchmark that measured them; a figure that somebody copied would grow old unseen.</summary>
public sealed partial class FiguresTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("src/README.md")]
    [InlineData("tests/README.md")]
    public void No_figure_is_copied_into_a_document_by_hand(string document) =>
        Assert.Equal([], CopiedInto(File.ReadAllText(Path.Combine(Repository.Root, document))));

    [Theory]
    [InlineData("`heed build`, 3,266 files of 48.8 MB", "3,266 files", "48.8 MB")]
    [InlineData("a first search waits 23 ms", "23 ms")]
    [InlineData("| built in | 0.18 s |", "0.18 s")]
    [InlineData("<!-- written by: Heed.Benchmarks -- build --write -->\n| 12 | 48.8 MB |\n<!-- until here -->")]
    [InlineData("at 320 pixels, with 20 rows, in 3 steps, for 3,000 pages")]
    public void A_copied_figure_is_found(string text, params string[] found) => Assert.Equal(found, CopiedInto(text));

    private static IEnumerable<string> CopiedInto(string text) => Measured().Matches(Written().Replace(text, "")).Select(figure => figure.Value);

    [GeneratedRegex(@"<!-- written by: .*?<!-- until here -->", RegexOptions.Singleline)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?<![\w.,])[0-9][0-9.,]* (?:files|MB|ms|s)\b")]
    private static partial Regex Measured();
}
