using Heed.Configuration;
using Heed.Content;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Linking;
using Heed.Validation;

namespace Heed.Building;

/// <summary>The spine: source files in, site out. A newcomer reads this first.</summary>
public static class SiteBuilder
{
    /// <summary>Reads, links, judges and renders a knowledge base.</summary>
    /// <param name="sources">The knowledge base's files: <c>content/</c>, <c>theme/</c>, <c>site.config.yml</c>.</param>
    /// <param name="options">What comes from outside.</param>
    public static BuildResult Build(SourceTree sources, BuildOptions options)
    {
        var log = new DiagnosticLog();

        var knowledge = Read(sources, options, log);
        Validator.Validate(knowledge, log);

        return Failed(log);
    }

    /// <summary>The knowledge base alone, linked but not judged as a whole.</summary>
    public static KnowledgeBase Read(SourceTree sources, BuildOptions options, DiagnosticLog log)
    {
        options.Progress?.Invoke("reading");
        var config = SiteConfigReader.Read(sources, options.BaseUrl, log);
        var vocabulary = VocabularyReader.Read(sources, log);
        var entries = PageReader.Read(sources, vocabulary, options.Drafts, log);

        options.Progress?.Invoke("linking");
        return Linker.Link(entries, config, vocabulary, log);
    }

    private static BuildResult Failed(DiagnosticLog log) => new(null, log.Sorted(), BuildSummary.Empty, null);
}
