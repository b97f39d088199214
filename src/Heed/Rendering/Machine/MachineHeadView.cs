using System.Collections.Immutable;
using Heed.Model;
using Heed.Rendering.Citing;
using Heed.Theming;

namespace Heed.Rendering.Machine;

/// <summary>What the head of a page says to programs: where the same stands as data, how a link to it looks, how it is cited.</summary>
/// <param name="Json">The address of the JSON file beside the page.</param>
/// <param name="CiteAs">The address by which an entry's page is to be cited, with scheme and host; nothing for lists.</param>
/// <param name="Preview">Open Graph: what others show of a link to the page.</param>
/// <param name="Citation">What reference managers and search engines for papers take from an entry's page.</param>
[Template("parts/machine-head")]
public sealed record MachineHeadView(string Json, string? CiteAs, ImmutableArray<MetaView> Preview, ImmutableArray<MetaView> Citation)
{
    internal static MachineHeadView Of(PageFacts facts) => new(
        facts.Writer.Links.To(facts.JsonAddress),
        facts.Entry is null ? null : facts.Address,
        [
            new("og:title", facts.Content.Title),
            new("og:type", facts.Entry is null ? "website" : "article"),
            new("og:url", facts.Address),
            new("og:site_name", facts.SiteTitle),
            new("og:description", facts.Description),
            new("og:locale", LocaleOf(facts.Edition, facts.Edition.Language)),
            .. facts.Edition.Config.Languages.Where(language => language != facts.Edition.Language).Select(language => new MetaView("og:locale:alternate", LocaleOf(facts.Edition, language))),
        ],
        facts.Entry is { } entry ? [.. CitationOf(entry, facts)] : []);

    private static string LocaleOf(Edition edition, string language) => edition.Theme.LabelsIn(language).Say("language.locale");

    private static IEnumerable<MetaView> CitationOf(Entry entry, PageFacts facts)
    {
        var works = facts.Citation!.Works;
        var document = works[0] is { Kind: CitedKind.Report } report && entry is Recommendation or Decision or Review ? works[0] : null;
        var date = entry is Decision ? works[0].Date : works[^1].Date;
        yield return new("citation_title", facts.Content.Title);
        foreach (var author in AuthorsOf(entry, facts))
        {
            yield return new("citation_author", author);
        }

        if (DateWords.Machine(date) is { } day)
        {
            yield return new("citation_publication_date", day.Replace('-', '/'));
        }

        if (document?.Number is { } number)
        {
            yield return new("citation_technical_report_number", number);
        }

        if (document?.Publisher is { } institution)
        {
            yield return new("citation_technical_report_institution", institution);
        }

        yield return new("citation_language", facts.Edition.Language);
        yield return new("citation_public_url", facts.Address);
    }

    /// <summary>Whose words the page reports: States, a body, assessors; its own words are the site's.</summary>
    private static IEnumerable<string> AuthorsOf(Entry entry, PageFacts facts)
    {
        var (words, language) = (facts.Edition.Vocabulary, facts.Edition.Language);
        string[] ours = [facts.SiteTitle];
        return entry.Match<IEnumerable<string>>(
            recommendation: recommendation => recommendation.RecommendingStates.Or([]) is { IsEmpty: false } states ? states.Select(state => words.States.Label(state, language)) : ours,
            evaluation: evaluation => evaluation.Assessors.Select(key => words.Assessors.Label(key, language)),
            finding: _ => ours,
            decision: decision => [words.Bodies.Label(decision.Body, language)],
            review: _ => ours,
            @event: _ => ours,
            article: _ => ours,
            proposal: proposal => [words.Assessors.Label(proposal.ProposedBy, language)]);
    }
}

/// <summary>One line of metadata.</summary>
/// <param name="Name">What it tells.</param>
/// <param name="Content">What it says.</param>
public sealed record MetaView(string Name, string Content);
