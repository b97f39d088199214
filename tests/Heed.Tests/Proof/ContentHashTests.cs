using Heed.Files;
using Heed.Proof;
using Heed.Tests.Support;

namespace Heed.Tests.Proof;

/// <summary>The number that says what a site was made of.</summary>
public sealed class ContentHashTests
{
    [Fact]
    public void What_is_hashed_is_a_list_as_sha256sum_writes_it()
    {
        var sources = SourceTree.Of([SourceFile.Of("site.config.yml", "abc"), SourceFile.Of("content/b.md", ""), SourceFile.Of("content/B.md", "abc")]);

        // The hashes of "abc" and of nothing are those of FIPS 180-2.
        Assert.Equal(
            """
            heed 1.2.3
            ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  content/B.md
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  content/b.md
            ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  site.config.yml

            """,
            ContentHash.CanonicalText(sources, "1.2.3"));
        Assert.Matches("^[0-9a-f]{64}$", ContentHash.Of(sources, "1.2.3").Hex);
        Assert.Equal(ContentHash.Of(sources, "1.2.3").Hex[..12], ContentHash.Of(sources, "1.2.3").Brief);
    }

    [Fact]
    public void A_checkout_on_Windows_has_the_same_hash() =>
        Assert.Equal(Of("one\ntwo\n\n"u8), Of([.. "\uFEFF"u8, .. "one\r\ntwo\r\n\r\n"u8]));

    [Fact]
    public void Whatever_else_differs_has_another_hash()
    {
        byte[][] all =
        [
            [.. "one\ntwo"u8],
            [.. "one two"u8],
            [.. "one\rtwo"u8],
            [.. "one\n\ntwo"u8],
            [.. "\uFEFF\uFEFFone\ntwo"u8],

            // No UTF-8: a picture, of which every byte counts.
            [0xFF, .. "\r\n"u8],
            [0xFF, .. "\n"u8],
        ];

        Assert.Equal(all.Length, all.Select(bytes => Of(bytes)).Distinct().Count());
    }

    [Fact]
    public void A_renamed_file_and_another_program_give_another_hash()
    {
        var one = SourceTree.Of([SourceFile.Of("content/a.md", "a")]);

        Assert.NotEqual(ContentHash.Of(one, "1"), ContentHash.Of(SourceTree.Of([SourceFile.Of("content/b.md", "a")]), "1"));
        Assert.NotEqual(ContentHash.Of(one, "1"), ContentHash.Of(one, "2"));
    }

    [Fact]
    public void The_program_knows_its_version_without_the_revision_of_its_own_sources() => Assert.Matches(@"^\d+\.\d+\.\d+", ContentHash.ProgramVersion);

    [Fact]
    public async Task Anybody_can_work_it_out_with_sha256sum()
    {
        OutsideTool.Sha256sum.Need();
        using var folder = new TemporaryFolder();
        foreach (var file in SmallSite.Sources(("theme/assets/x.txt", "x\n"), ("content/articles/b2.md", "two"), ("content/articles/b-2.md", "three")).Files)
        {
            folder.Write(file.Path, file.Text);
        }

        folder.Write("content/.hidden");
        folder.Write("content/articles/about.md~");
        folder.Write("theme/node_modules/lunr/lunr.js");
        const string recipe =
            """
            { echo "heed 0.1.0"
              find site.config.yml content theme -type f ! -path '*/.*' ! -name '*~' ! -path 'theme/node_modules*' -print0 |
                LC_ALL=C sort -z | xargs -0 sha256sum; } | sha256sum
            """;

        var told = (await OutsideTool.Shell.RunIn(folder, [], "-c", recipe)).Out;

        Assert.Equal(ContentHash.Of(Heed.Cli.Disk.SourceFolder.Read(folder), "0.1.0").Hex, told[..64]);
    }

    private static string Of(ReadOnlySpan<byte> bytes) => ContentHash.Of(SourceTree.Of([new SourceFile("content/a.md", bytes.ToArray())]), "1").Hex;
}
