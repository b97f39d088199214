using System.Collections.Immutable;
using Heed.Model;

namespace Heed.Rendering.Citing;

/// <summary>What kind of thing is cited, as far as citation formats tell kinds apart.</summary>
public enum CitedKind
{
    /// <summary>A document of the United Nations, which has a symbol or at least an issuing body: BibTeX <c>techreport</c>, RIS <c>RPRT</c>, CSL <c>report</c>.</summary>
    Report,

    /// <summary>Anything else, and every page of this site: BibTeX <c>misc</c>, RIS <c>ELEC</c>, CSL <c>webpage</c>.</summary>
    WebPage,
}

/// <summary>A work that a page is cited by, or the page itself. What is not known is null or empty, and no format says anything about it.</summary>
/// <param name="Key">What reference managers call it: ASCII letters, digits, dots and hyphens, made from the entry's id, so that it stays.</param>
/// <param name="Kind">What kind of work it is.</param>
/// <param name="Title">Its title, in one line.</param>
public sealed record CitedWork(string Key, CitedKind Kind, Wording Title)
{
    /// <summary>Who wrote it: bodies and organisations, by name.</summary>
    public ImmutableArray<Wording> Authors { get; init; } = [];

    /// <summary>Who published it, when that is not the author.</summary>
    public string? Publisher { get; init; }

    /// <summary>What the issuer calls such documents: Views, concluding observations.</summary>
    public Wording? Form { get; init; }

    /// <summary>The UN symbol, or several joined by a comma. It is data and never rebuilt.</summary>
    public string? Number { get; init; }

    /// <summary>The paragraph or page within it.</summary>
    public Wording? Where { get; init; }

    /// <summary>When it was published or adopted; unknown when nobody says so.</summary>
    public PartialDate Date { get; init; }

    /// <summary>The date in words, which may say more than <see cref="Date"/>; null when there is nothing to say.</summary>
    public Wording? Dated { get; init; }

    /// <summary>Where it can be read, with scheme and host.</summary>
    public string? Address { get; init; }

    /// <summary>Its language, as a BCP 47 code.</summary>
    public string? Language { get; init; }

    /// <summary>Of a page: the name of the site.</summary>
    public string? Site { get; init; }

    /// <summary>Of a page: the short content hash of the version.</summary>
    public string? Version { get; init; }

    /// <summary>What else must be said when it is cited, each remark in one or several pieces by language.</summary>
    public ImmutableArray<ImmutableArray<Wording>> Remarks { get; init; } = [];

    /// <summary>Of a page: when it was first published and last changed, in words.</summary>
    public ImmutableArray<ImmutableArray<Wording>> History { get; init; } = [];

    /// <summary>The place, the remarks and the history as one text, for formats that have one field for all of it; empty when there is nothing.</summary>
    /// <remarks>Blanks that do not break are for the eye; programs get plain ones.</remarks>
    public string Note => string
        .Join("; ", [.. Where is null ? ImmutableArray<string>.Empty : [Where.Text], .. Remarks.Concat(History).Select(remark => string.Concat(remark.Select(piece => piece.Text)))])
        .Replace('\u00A0', ' ');
}

/// <summary>How one page is cited.</summary>
/// <param name="Works">The UN document or the sources first, the page last.</param>
/// <param name="Plain">The citation in words, piece by piece with the language of each.</param>
public sealed record PageCitation(ImmutableArray<CitedWork> Works, ImmutableArray<Wording> Plain)
{
    /// <summary>The citation in words.</summary>
    public string Text => string.Concat(Plain.Select(piece => piece.Text));

    /// <summary>What the page itself is cited by.</summary>
    public CitedWork Page => Works[^1];
}
