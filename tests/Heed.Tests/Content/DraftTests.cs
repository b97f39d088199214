using Heed.Content;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Model;

namespace Heed.Tests.Content;

public sealed class DraftTests
{
    private const string Unfinished = "---\ndraft: true\ntitle: To be written\n---\n";

    [Fact]
    public void An_unfinished_draft_stops_nobody()
    {
        var (entries, log) = Read(drafts: false);

        Assert.Empty(entries);
        Assert.Empty(log.Sorted());
    }

    [Fact]
    public void A_preview_of_drafts_tells_what_they_lack()
    {
        var (entries, log) = Read(drafts: true);

        Assert.Single(entries);
        Assert.Equal(["missing-key"], log.Sorted().Select(diagnostic => diagnostic.Rule.Id));
    }

    private static (IReadOnlyList<Entry> Entries, DiagnosticLog Log) Read(bool drafts)
    {
        var log = new DiagnosticLog();
        var sources = SourceTree.Of([SourceFile.Of("content/articles/later.md", Unfinished)]);
        return (PageReader.Read(sources, Vocabulary.Empty, drafts, default, log).Entries, log);
    }
}
