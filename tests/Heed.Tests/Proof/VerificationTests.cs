using System.Collections.Immutable;
using System.Text;
using Heed.Files;
using Heed.Proof;

namespace Heed.Tests.Proof;

/// <summary>A copy held against its list.</summary>
public sealed class VerificationTests
{
    private static readonly ContentHash Content = new("0123456789ab" + new string('0', 52));

    private static readonly ImmutableArray<SiteFile> Published = [Page("a.html", "0123456789ab"), Page("b.html", "0123456789ab"), SiteFile.Of("c.txt", "c")];

    private static readonly SiteFile Readme = SiteFile.Of("README.txt", "How to open it.");

    private static readonly ReleaseManifest Manifest = ReleaseManifest.Of(new Site(Published), "1", Content) with { Archive = ReleaseManifest.Hashed(Readme) };

    [Fact]
    public async Task What_was_published_is_well_with_and_without_the_files_that_stand_beside()
    {
        var bare = await Verify([.. Published]);
        Assert.True(bare.IsWell);
        Assert.Equal((3, 2), (bare.Listed, bare.Pages));
        Assert.True((await Verify([.. Published, Readme, Manifest.ToFile(), SiteFile.Of("SHA256SUMS.sig", "x")])).IsWell);
    }

    [Fact]
    public async Task Altered_missing_and_added_files_are_told_apart()
    {
        var found = await Verify(Page("b.html", "ffffffffffff"), SiteFile.Of("c.txt", "C"), SiteFile.Of("d.txt", "d"));

        Assert.Equal([new Difference("b.html", "its foot names the version ffffffffffff"), new Difference("c.txt", "")], found.Altered);
        Assert.Equal([new Difference("a.html", "")], found.Missing);
        Assert.Equal([new Difference("d.txt", "")], found.Added);
        Assert.Empty(found.OtherVersion);
        Assert.False(found.IsWell);
    }

    [Fact]
    public async Task A_list_that_is_not_of_these_pages_is_found()
    {
        var forged = Manifest with { ContentHash = new string('f', 64) };

        var found = Verification.Of(forged, await Found([.. Published]), isArchive: false);

        Assert.Equal(["a.html", "b.html"], found.OtherVersion.Select(page => page.Path));
        Assert.Equal("0123456789ab", found.OtherVersion[0].Why);
        Assert.False(found.IsWell);
    }

    [Fact]
    public async Task The_readme_of_archives_is_judged_where_it_stands_and_missed_only_there()
    {
        Assert.Equal(["README.txt"], (await Verify([.. Published, SiteFile.Of("README.txt", "Open evil.example.")])).Altered.Select(file => file.Path));
        Assert.Equal(["README.txt"], Verification.Of(Manifest, await Found([.. Published]), isArchive: true).Missing.Select(file => file.Path));
    }

    [Fact]
    public async Task A_signature_that_the_list_does_not_name_was_added()
    {
        var signed = Manifest with { Signature = SigningKey.MinisignSignature };
        var found = await Found([.. Published, SiteFile.Of("SHA256SUMS.sig", "x"), SiteFile.Of("SHA256SUMS.minisig", "x")]);

        Assert.Equal(["SHA256SUMS.sig"], Verification.Of(signed, found, isArchive: false).Added.Select(file => file.Path));
    }

    [Theory]
    [InlineData("<li>Version <code data-version>0123456789ab</code></li>", "0123456789ab")]
    [InlineData("<code data-version>000000000000</code> <code data-version>0123456789ab</code>", "0123456789ab")]
    [InlineData("<code data-version>01", "01")]
    [InlineData("<code>0123456789ab</code>", null)]
    [InlineData("", null)]
    public void The_version_of_a_page_is_the_last_one_that_its_layout_marks(string page, string? version) =>
        Assert.Equal(version, FoundFile.VersionIn(Encoding.UTF8.GetBytes(page)));

    private static SiteFile Page(string path, string version) => SiteFile.Of(path, $"<p>{path}</p><li>Version <code data-version>{version}</code></li>");

    private static async Task<Verification> Verify(params SiteFile[] files) => Verification.Of(Manifest, await Found(files), isArchive: false);

    private static async Task<List<FoundFile>> Found(params SiteFile[] files)
    {
        var found = new List<FoundFile>();
        foreach (var file in files)
        {
            found.Add(await FoundFile.Read(file.Path, new MemoryStream(file.Bytes.ToArray()), TestContext.Current.CancellationToken));
        }

        return found;
    }
}
