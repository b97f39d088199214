using System.Globalization;
using System.Text.RegularExpressions;
using Heed.Rendering;
using QRCoder;

namespace Heed.Tests.Rendering;

public sealed partial class QrCodeTests
{
    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("https://example.org/heed/kk/recommendations/upr-3/139.114.html")]
    [InlineData("https://names-that-are-long.example.org/and/a/path/that/is/longer/than/one/expects/recommendations/upr-3/assembly-association-key.html")]
    public void The_drawing_has_the_modules_of_the_code_and_no_other(string address)
    {
        var drawn = QrCode.Of(address);
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);

        var modules = Modules(drawn);

        Assert.Equal(code.ModuleMatrix.Count, drawn.Size);
        for (var row = 0; row < drawn.Size; row++)
        {
            for (var column = 0; column < drawn.Size; column++)
            {
                Assert.Equal(code.ModuleMatrix[row][column], modules.Contains((row, column)));
            }
        }
    }

    [Fact]
    public void Around_the_code_four_modules_are_empty()
    {
        var drawn = QrCode.Of("https://example.org/");

        Assert.All(Modules(drawn), module =>
        {
            Assert.InRange(module.Row, 4, drawn.Size - 5);
            Assert.InRange(module.Column, 4, drawn.Size - 5);
        }, throwIfEmpty: true);
    }

    [Fact]
    public void An_entry_carries_the_code_of_its_own_permanent_address_in_each_language()
    {
        var site = SmallSite.Render();
        foreach (var page in (string[])["recommendations/upr-3/139.114.html", "ru/recommendations/upr-3/139.114.html"])
        {
            var picture = site.Main(page).QuerySelector("svg.qr-code")!;

            Assert.Equal(QrCode.Of("https://example.org/small/" + page).Path, picture.QuerySelector("path")!.GetAttribute("d"));
            Assert.EndsWith(" https://example.org/small/" + page, picture.QuerySelector("title")!.TextContent, StringComparison.Ordinal);
        }
    }

    // Reads the path as a browser would: M goes to a place, m passes over, h draws to the right.
    private static HashSet<(int Row, int Column)> Modules(QrCodeView drawn)
    {
        var modules = new HashSet<(int, int)>();
        var (row, column) = (0, 0);
        foreach (Match step in Step().Matches(drawn.Path))
        {
            var first = int.Parse(step.Groups["x"].Value, CultureInfo.InvariantCulture);
            switch (step.Value[0])
            {
                case 'M':
                    column = first;
                    row = int.Parse(step.Groups["y"].Value, CultureInfo.InvariantCulture);
                    break;
                case 'm':
                    column += first;
                    break;
                default:
                    modules.UnionWith(Enumerable.Range(column, first).Select(x => (row, x)));
                    column += first;
                    break;
            }
        }

        Assert.Equal(drawn.Path, string.Concat(Step().Matches(drawn.Path).Select(step => step.Value)));
        return modules;
    }

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)\.5|m(?<x>\d+) 0|h(?<x>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
