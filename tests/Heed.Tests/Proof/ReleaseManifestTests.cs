using System.Text;
using Heed.Files;
using Heed.Proof;

namespace Heed.Tests.Proof;

/// <summary>The list of what was published.</summary>
public sealed class ReleaseManifestTests
{
    private const string Hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private const string Head = "# heed 0.1.0\n# content " + Hash + "\n";

    private static readonly ReleaseManifest Whole = ReleaseManifest.Of(
        new Site([SiteFile.Of("b/ü.html", "abc"), SiteFile.Of("index.html", ""), SiteFile.Of("B.html", "abc")]), "0.1.0", new ContentHash(Hash)) with
    {
        Archive = new HashedFile("README.txt", Hash),
        Key = "SHA256:" + new string('x', 43),
        Signature = "SHA256SUMS.sig",
    };

    [Fact]
    public void It_lists_every_file_once_in_order() =>
        Assert.EndsWith($"#\n{Hash}  B.html\n{Hash}  b/ü.html\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  index.html\n", Whole.ToText(), StringComparison.Ordinal);

    [Fact]
    public void What_was_written_is_read_back()
    {
        Assert.True(ReleaseManifest.TryParse(Whole.ToFile().Bytes.Span, out var read, out var problem), problem);

        Assert.Equal(Whole.Files, read.Files);
        Assert.Equal(Whole, read with { Files = Whole.Files });
        Assert.Equal(Whole.ToText(), read.ToText());
    }

    [Theory]
    [InlineData("", "does not name what the site was made of")]
    [InlineData("\n", "line 1 is not \"# heed VERSION\"")]
    [InlineData("# heed 0.1.0", "last line is cut off")]
    [InlineData("# heed 0.1.0\n", "does not name what the site was made of")]
    [InlineData("# heed \u001b[2J\n", "line 1 is not")]
    [InlineData("# heed 0.1.0\n# content abc\n", "line 2 is not \"# content\"")]
    [InlineData("# heed 0.1.0\r\n", "line 1 is not")]
    [InlineData("\uFEFF# heed 0.1.0\n", "byte order mark")]
    [InlineData(Head + Hash + "  ../index.html\n", "line 3 lists a path that leads out of its folder")]
    [InlineData(Head + Hash + "  a/../../index.html\n", "leads out of its folder")]
    [InlineData(Head + Hash + "  ./index.html\n", "leads out of its folder")]
    [InlineData(Head + Hash + "  /etc/passwd\n", "is not a path within the site")]
    [InlineData(Head + Hash + "  a//b\n", "is not a path within the site")]
    [InlineData(Head + Hash + "  a/\n", "is not a path within the site")]
    [InlineData(Head + Hash + "  \n", "is not a hash of 64 digits")]
    [InlineData(Head + Hash + "  a\\b\n", "character that no path of a site has")]
    [InlineData(Head + Hash + "  C:/a\n", "character that no path of a site has")]
    [InlineData(Head + Hash + "  a\0b\n", "character that no path of a site has")]
    [InlineData(Head + Hash + "  a\u001b[31m\n", "character that no path of a site has")]
    [InlineData(Head + Hash + "  a\u007fb\n", "character that no path of a site has")]
    [InlineData(Head + Hash + "  a\u009bb\n", "character that no path of a site has")]
    [InlineData(Head + Hash + "  a\r\n", "line ends")]
    [InlineData(Head + Hash + " *a\n", "two spaces and a path")]
    [InlineData(Head + "BA7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a\n", "a hash of 64 digits")]
    [InlineData(Head + Hash + "  a\n" + Hash + "  a\n", "line 4 lists a a second time")]
    [InlineData(Head + Hash + "  b\n" + Hash + "  a\n", "line 4 lists a out of order")]
    [InlineData(Head + Hash + "  SHA256SUMS\n", "cannot list")]
    [InlineData(Head + Hash + "  SHA256SUMS.sig\n", "cannot list")]
    [InlineData(Head + Hash + "  a\n# more\n", "a comment among the files")]
    [InlineData(Head + Hash + "  a\n\n", "line 4 is not a hash")]
    [InlineData(Head + "# signature ../../key\n", "line 3 is not \"# signature\"")]
    [InlineData(Head + "# key me\n", "line 3 is not \"# key\"")]
    [InlineData(Head + "# archive " + Hash + "  ../a\n", "leads out of its folder")]
    public void What_Heed_does_not_write_is_refused_with_the_line(string text, string expected)
    {
        Assert.False(ReleaseManifest.TryParse(Encoding.UTF8.GetBytes(text), out _, out var problem));

        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_how_to_check_it_and_who_signed_it()
    {
        Assert.Equal(
            """
            # heed 0.1.0
            # content ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad

            """.ReplaceLineEndings("\n"),
            string.Concat(Whole.ToText().Split('\n').Take(2).Select(line => line + "\n")));
        var comments = Whole.ToText().Split('\n').Where(line => line.StartsWith("#   ", StringComparison.Ordinal) || line.StartsWith("# T", StringComparison.Ordinal) || line.Contains("compare", StringComparison.Ordinal) || line.Contains("signed", StringComparison.Ordinal) || line.Contains("Nothing", StringComparison.Ordinal));

        Assert.Equal(
            [
                "# The SHA-256 of every file of this site. To check a copy of the site, in its folder:",
                "#   sha256sum --quiet -c SHA256SUMS",
                "# Nothing printed: each file is as listed. This also tells what was added, and compares the version at the foot of the pages:",
                "#   heed verify FOLDER",
                "# This list proves something if it is the one that was published, so compare its own SHA-256 with the one made known elsewhere:",
                "#   sha256sum SHA256SUMS",
                $"# or check who signed it. The key is in {SigningKey.Path}, its fingerprint is {Whole.Key};",
                "# compare that with a place that is not this site.",
                .. SigningKey.HowToCheck(isSsh: true).Select(line => $"#   {line}"),
            ],
            comments);
        Assert.DoesNotContain("who signed", (Whole with { Key = null, Signature = null }).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_text_is_refused() => Assert.False(ReleaseManifest.TryParse([.. Encoding.UTF8.GetBytes(Head), 0xFF, (byte)'\n'], out _, out _));

    [Fact]
    public void Millions_of_lines_are_refused_before_they_fill_the_memory()
    {
        var many = new StringBuilder(Head);
        for (var number = 0; number <= ReleaseManifest.MostFiles; number++)
        {
            many.Append(Hash).Append("  ").Append(number.ToString("D7", System.Globalization.CultureInfo.InvariantCulture)).Append('\n');
        }

        Assert.False(ReleaseManifest.TryParse(Encoding.UTF8.GetBytes(many.ToString()), out _, out var tooMany));
        Assert.Contains("one file more than the list of any site has", tooMany, StringComparison.Ordinal);
        Assert.False(ReleaseManifest.TryParse(new byte[ReleaseManifest.MostBytes + 1], out _, out var tooLong));
        Assert.Contains("longer than the list of any site", tooLong, StringComparison.Ordinal);
    }
}
