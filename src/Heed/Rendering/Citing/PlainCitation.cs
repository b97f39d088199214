using System.Collections.Immutable;

namespace Heed.Rendering.Citing;

/// <summary>A citation as people write it, with commas that every language of the site understands: sources, then the page.</summary>
internal static class PlainCitation
{
    // A page that rests on thirty sources leads to them; who cites it names the first few.
    private const int MostSources = 3;

    /// <summary>The citation of the works, the page last, in pieces.</summary>
    public static ImmutableArray<Wording> Of(ImmutableArray<CitedWork> works, PageWriter writer)
    {
        var pieces = ImmutableArray.CreateBuilder<Wording>();
        var sources = works[..^1];
        foreach (var source in sources.Take(MostSources))
        {
            Add(pieces, pieces.Count == 0 ? "" : "; ", Parts(source, writer));
        }

        if (sources.Length > MostSources)
        {
            Add(pieces, "; ", [[new Wording(writer.Say("cite.further", sources.Length - MostSources), null)]]);
        }

        Add(pieces, pieces.Count == 0 ? "" : EndsWithStop(pieces[^1].Text) ? " " : ". ", Parts(works[^1], writer));

        // A full stop behind an address would be copied with it, and one behind an abbreviation is there already.
        if (pieces[^1].Text != works[^1].Address && !EndsWithStop(pieces[^1].Text))
        {
            pieces.Add(new Wording(".", null));
        }

        return Joined(pieces);
    }

    private static IEnumerable<ImmutableArray<Wording>> Parts(CitedWork work, PageWriter writer)
    {
        // Of a report the symbol is its address for ever; where a copy can be read stands in the files and on the page.
        var address = work.Kind == CitedKind.Report ? null : work.Address;
        var number = work.Number is { } symbol && work.Title.Text.Contains(symbol, StringComparison.Ordinal) ? null : work.Number;
        return
        [
            .. work.Authors.IsEmpty ? ImmutableArray<ImmutableArray<Wording>>.Empty : [Named(work.Authors)],
            writer.Around("cite.title", work.Title),
            .. One(work.Form),
            .. One(number),
            .. One(work.Where),
            .. One(work.Dated),
            .. work.Remarks,
            .. One(address),
            .. One(work.Version is { } version ? writer.Say("cite.version", version) : null),
            .. work.History,
        ];
    }

    private static bool EndsWithStop(string text) => text.EndsWith('.');

    private static ImmutableArray<Wording> Named(ImmutableArray<Wording> names) =>
        [.. names.SelectMany((name, index) => index == 0 ? [name] : new[] { new Wording("; ", null), name })];

    private static ImmutableArray<ImmutableArray<Wording>> One(Wording? words) => words is null ? [] : [[words]];

    private static ImmutableArray<ImmutableArray<Wording>> One(string? text) => string.IsNullOrEmpty(text) ? [] : [[new Wording(text, null)]];

    private static void Add(ImmutableArray<Wording>.Builder pieces, string before, IEnumerable<ImmutableArray<Wording>> parts)
    {
        var mark = before;
        foreach (var part in parts)
        {
            if (mark.Length > 0)
            {
                pieces.Add(new Wording(mark, null));
            }

            pieces.AddRange(part);
            mark = ", ";
        }
    }

    // Fewer pieces are fewer bytes on the page.
    private static ImmutableArray<Wording> Joined(IEnumerable<Wording> pieces)
    {
        var joined = ImmutableArray.CreateBuilder<Wording>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && joined[^1].Lang == piece.Lang)
            {
                joined[^1] = joined[^1] with { Text = joined[^1].Text + piece.Text };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined.ToImmutable();
    }
}
