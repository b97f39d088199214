using Heed.Diagnostics;
using Heed.Model;
using Heed.Text;

namespace Heed.Linking;

/// <summary>Sees to it that what is retired does not stand, and that where it leads does.</summary>
public static class RetiredJudge
{
    /// <summary>Reports retired addresses that stand, and those that lead nowhere.</summary>
    /// <param name="knowledge">The knowledge base.</param>
    /// <param name="anchors">The anchors of its pages.</param>
    /// <param name="addresses">Every page of the site from the root of its language, but those of retired addresses.</param>
    /// <param name="log">Told what is wrong.</param>
    public static void Judge(KnowledgeBase knowledge, SiteAnchors anchors, IReadOnlySet<string> addresses, DiagnosticLog log)
    {
        foreach (var retired in knowledge.Retired)
        {
            if (retired.Was.Anchor is null && addresses.Contains(retired.Was.Address))
            {
                log.Report(Catalogue.StandsAgain, retired.Place, $"{retired.Was} is said to be retired, and stands", "Remove the entry from content/retired.yml, or the page.");
            }

            foreach (var named in retired.Instead.Concat(retired.MovedTo is { } to ? [to] : []))
            {
                if (!addresses.Contains(named.Target.Address))
                {
                    if (EntryId.TryParse(named.Target.Page, out var missing) && knowledge.Absences.Explain(missing, named.Place, log))
                    {
                        continue;
                    }

                    log.Report(Catalogue.DanglingReference, named.Place, $"there is no page {named.Target.Page}", new Guess(named.Target.Address, addresses), "Correct the id, or the address of the list without .html.");
                }
                else if (named.Target.Anchor is { } anchor && EntryId.TryParse(named.Target.Page, out var id) && knowledge.Find(id) is { } entry && !PlacesOn(entry, anchors, knowledge.Config.DefaultLanguage).Contains(anchor))
                {
                    log.Report(Catalogue.DanglingReference, named.Place, $"{id} has no place \"{anchor}\"", new Guess(anchor, PlacesOn(entry, anchors, knowledge.Config.DefaultLanguage)), "Correct what stands after #, or leave it out.");
                }
            }
        }
    }

    private static IEnumerable<string> PlacesOn(Entry entry, SiteAnchors anchors, string language) =>
        References.PartsOf(entry).Concat(anchors.Of(entry.Id, language).Blocks.SelectMany(block => block.Also.Prepend(block.Id)));
}
