using System.Collections.Concurrent;
using Heed.Diagnostics;

namespace Heed.Checking;

/// <summary>Tells what is wrong with built pages at the place where it can be mended: the author's text, the entry's file, or else the page, whose template is at fault.</summary>
/// <param name="originOf">Where what stands on the page of a path comes from; asked only when something is wrong.</param>
/// <param name="log">Told what is wrong.</param>
internal sealed class PageFaults(Func<string, PageOrigin?> originOf, DiagnosticLog log)
{
    private readonly ConcurrentDictionary<string, PageOrigin?> origins = new(StringComparer.Ordinal);

    /// <summary>Reports what one element of the page does wrong.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="path">The page's path in the site.</param>
    /// <param name="markup">What the page's HTML has where the fault is, such as <c>id="x"</c>: the text that has it, too, is where it comes from.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="cure">How to mend a template.</param>
    /// <param name="authorsCure">How to mend a text.</param>
    public void Report(Rule rule, string path, string markup, string message, string cure, string authorsCure)
    {
        var text = OriginOf(path)?.Texts.FirstOrDefault(text => text.Html.Contains(markup, StringComparison.Ordinal));
        log.Report(rule, text?.Place ?? new Place(path), text is null ? message : $"{message}, on the page {path}", text is null ? cure : authorsCure);
    }

    /// <summary>Reports what is wrong with a page as a whole, at the file of its entry.</summary>
    public void ReportWhole(Rule rule, string path, string message, string cure)
    {
        var entry = OriginOf(path)?.Place;
        log.Report(rule, entry ?? new Place(path), entry is null ? message : $"{message}: {path}", cure);
    }

    /// <summary>Reports what only a template can do.</summary>
    public void ReportTemplate(Rule rule, string path, string message, string cure) => log.Report(rule, new Place(path), message, cure);

    private PageOrigin? OriginOf(string path) => origins.GetOrAdd(path, originOf);
}
