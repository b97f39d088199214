using Heed.Diagnostics;
using Heed.Markup;
using Heed.Model;
using Heed.Text;

namespace Heed.Linking;

/// <summary>A link of prose that names a place on a page: <c>[[findings/torture#p3]]</c>.</summary>
/// <param name="Link">The link.</param>
/// <param name="Target">The page.</param>
/// <param name="Part">What stands after <c>#</c>.</param>
internal sealed record WrittenPart(WrittenLink Link, EntryId Target, string Part);

/// <summary>Sees to it that authors name only places that are there: any that a reader can link to, in any language.</summary>
internal static class PartJudge
{
    public static void Judge(KnowledgeBase knowledge, SiteAnchors anchors, DiagnosticLog log)
    {
        foreach (var written in knowledge.WrittenParts)
        {
            var target = knowledge.Find(written.Target)!;
            var known = anchors.PlacesOn(target, knowledge);
            if (!known.Contains(written.Part))
            {
                log.Report(
                    Catalogue.BrokenLink,
                    written.Link.Place,
                    $"{target.Id} has no part \"{written.Part}\"", new Guess(written.Part, known.Except(knowledge.FrameIds)),
                    "Correct the word after #, as the page's own contents or the sign ¶ give it, or leave it out.");
            }
        }
    }
}
