using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Model;
using Heed.Text;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>What the binder of a kind works with: the page, its fields, the vocabulary, and readers of the value types.</summary>
public sealed partial class Binding(PageFile page, Vocabulary vocabulary, DateOnly today, DiagnosticLog log)
{
    /// <summary>The page.</summary>
    public PageFile Page { get; } = page;

    /// <summary>The fields of its front matter.</summary>
    public Fields Fields { get; } = new(page.FrontMatter, $"{Article(page.Id.Folder)} {Kind(page.Id.Folder)}", log);

    /// <summary>The words that authors own.</summary>
    public Vocabulary Vocabulary { get; } = vocabulary;

    /// <summary>Told what is wrong.</summary>
    public DiagnosticLog Log { get; } = log;

    /// <summary>The file as a place.</summary>
    public Place Place => new(Page.File.Path);

    /// <summary>Whether the page is marked as a draft.</summary>
    public bool IsDraft() => Fields.Flag("draft");

    /// <summary>Keys of one list of the vocabulary; unknown ones are reported and left out.</summary>
    public ImmutableArray<string> Keys(Fields fields, string key, Terms terms, string what, bool required = false)
    {
        var keys = ImmutableArray.CreateBuilder<string>();
        foreach (var (text, place) in fields.Texts(key, required))
        {
            if (Known(terms, text, what, key, place) && !keys.Contains(text))
            {
                keys.Add(text);
            }
        }

        return keys.ToImmutable();
    }

    /// <summary>One key of a list of the vocabulary, or null; an unknown one is reported.</summary>
    public string? Key(Fields fields, string key, Terms terms, string what, bool required = false)
    {
        var text = required ? fields.RequiredText(key) : fields.Text(key);
        return !string.IsNullOrEmpty(text) && Known(terms, text, what, key, fields.PlaceOf(key)) ? text : null;
    }

    /// <summary>Themes.</summary>
    public ImmutableArray<string> Themes(Fields fields, bool required = true) => Keys(fields, "themes", Vocabulary.Themes, "theme", required);

    /// <summary>Confidence.</summary>
    public static Confidence Confidence(Fields fields, string key = "confidence") =>
        fields.OneOf(key, true, ("high", Model.Confidence.High), ("medium", Model.Confidence.Medium), ("low", Model.Confidence.Low));

    /// <summary>A date; unknown when it is missing or wrong.</summary>
    public static PartialDate? Date(Fields fields, string key, bool required = false)
    {
        var text = required ? fields.RequiredText(key) : fields.Text(key);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (PartialDate.TryParse(text, out var date))
        {
            return date;
        }

        fields.Log.Report(Catalogue.WrongDate, fields.PlaceOf(key), $"{key} \"{text}\" is not a date that exists", DateForms.Cure(text, "Write \"2024\", \"2024-07\" or \"2024-07-25\", with circa or inferred before it if need be, or unknown."));
        return null;
    }

    /// <summary>A date of something done: one after today is told.</summary>
    public PartialDate? PastDate(Fields fields, string key, bool required = false)
    {
        var date = Date(fields, key, required);
        FutureDates.Judge(fields, key, date, today);
        return date;
    }

    /// <summary>A period of something done: one that begins after today is told, and where it is <paramref name="wholly"/> over also one that ends then.</summary>
    public Period? PastPeriod(Fields fields, string key, bool required = false, bool wholly = false)
    {
        var period = Period(fields, key, required);
        foreach (var span in period?.Spans ?? [])
        {
            FutureDates.Judge(fields, key, wholly && !span.End.IsUnknown ? span.End : span.Start, today);
        }

        return period;
    }

    /// <summary>A period: one stretch or a list of them; null when it is missing or wrong.</summary>
    public static Period? Period(Fields fields, string key, bool required = false)
    {
        var spans = ImmutableArray.CreateBuilder<Span>();
        foreach (var (text, place) in fields.Texts(key, required, allowSingle: true))
        {
            if (Model.Period.TryParseSpan(text, out var span))
            {
                spans.Add(span!);
            }
            else
            {
                fields.Log.Report(Catalogue.WrongDate, place, $"{key} \"{text}\" is no period: a date does not exist, or the end comes before the start", DateForms.Cure(text, "Write a date such as \"2024-07-25\" or \"circa 2015\", or \"2019-11 to 2020-01\", \"since 2022\", \"until 2021\", or unknown.", mayBePeriod: true));
            }
        }

        return spans.Count == 0 ? null : new Period(spans.ToImmutable());
    }

    /// <summary>Places in sources.</summary>
    public ImmutableArray<Citation> Citations(Fields fields, bool required = true)
    {
        var citations = ImmutableArray.CreateBuilder<Citation>();
        foreach (var item in fields.Maps("sources", "a source", required))
        {
            var key = item.RequiredText("ref");
            var citation = new Citation(key, item.Text("place"), item.Text("read"), Matching(item, "language", LanguageCode(), "the code of a language", "Write en, ru or kk; or another code of two or three letters."), item.Text("note"), item.PlaceOf("ref"));
            item.Done();
            if (key.Length == 0)
            {
                continue;
            }

            if (Vocabulary.Sources.ContainsKey(key))
            {
                citations.Add(citation);
            }
            else if (Vocabulary.Has("sources"))
            {
                Log.Report(Catalogue.UnknownTerm, citation.Place, $"unknown source \"{key}\" in sources", new Guess(key, Vocabulary.Sources.Keys), Vocabulary.Sources.Values.FirstOrDefault(source => source.IsCalled(key)) is { } called
                    ? $"Write {called.Key}: pages name a source by its key."
                    : "Correct the key, or describe the source in content/vocabulary/sources.yml.");
            }
        }

        return citations.ToImmutable();
    }

    /// <summary>A text of a form; null when it is missing or has another, which is reported.</summary>
    /// <param name="fields">The map that has it.</param>
    /// <param name="key">Its key.</param>
    /// <param name="form">The form.</param>
    /// <param name="what">What has this form, for the message.</param>
    /// <param name="cure">How to write it.</param>
    /// <param name="required">Whether it must be there.</param>
    public static string? Matching(Fields fields, string key, Regex form, string what, string cure, bool required = false)
    {
        var text = required ? fields.RequiredText(key) : fields.Text(key);
        if (string.IsNullOrEmpty(text) || form.IsMatch(text))
        {
            return text;
        }

        fields.Log.Report(Catalogue.WrongValue, fields.PlaceOf(key), $"{key} \"{text}\" is not {what}", cure);
        return null;
    }

    /// <summary>The code of a language by BCP 47: <c>ru</c>, <c>zh-Hant</c>.</summary>
    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\z", RegexOptions.CultureInvariant)]
    internal static partial Regex LanguageCode();

    /// <summary>An answer that may be <c>unknown</c> or <c>none</c>, else text.</summary>
    public static Answer<string> AnswerText(Fields fields, string key) => fields.Text(key) switch
    {
        null => Answer<string>.NotAsked,
        "unknown" => Answer<string>.Unknown,
        "none" => Answer<string>.None,
        { } text => Answer<string>.Of(text),
    };

    /// <summary>An answer that may be <c>unknown</c> or <c>none</c>, else a list.</summary>
    public static Answer<ImmutableArray<(string Text, Place Place)>> AnswerList(Fields fields, string key, bool required = false)
    {
        if (fields.Take(key) is YamlScalar { Value: "unknown" })
        {
            return Answer<ImmutableArray<(string, Place)>>.Unknown;
        }

        if (fields.Take(key) is YamlScalar { Value: "none" })
        {
            return Answer<ImmutableArray<(string, Place)>>.None;
        }

        var texts = fields.Texts(key, required);
        return texts.IsEmpty ? Answer<ImmutableArray<(string, Place)>>.NotAsked : Answer<ImmutableArray<(string, Place)>>.Of(texts);
    }

    /// <summary>References to entries; texts that cannot be ids are reported.</summary>
    public static ImmutableArray<Reference> References(Fields fields, string key, bool required = false)
    {
        var references = ImmutableArray.CreateBuilder<Reference>();
        foreach (var (text, place) in fields.Texts(key, required))
        {
            if (ReferenceOf(fields, text, place) is { } reference)
            {
                references.Add(reference);
            }
        }

        return references.ToImmutable();
    }

    /// <summary>A reference to an entry, or null when the text cannot be an id, which is reported.</summary>
    public static Reference? ReferenceOf(Fields fields, string text, Place place)
    {
        if (EntryId.TryParse(text, out var id))
        {
            return new Reference(id, place);
        }

        fields.Log.Report(Catalogue.WrongValue, place, $"\"{text}\" is not the id of an entry", "Write the path of its file below content/ without .md, such as recommendations/upr-3/139.114.");
        return null;
    }

    /// <summary>The review named by <c>upr-3</c>.</summary>
    public static Reference? Review(Fields fields, bool required)
    {
        var text = required ? fields.RequiredText("review") : fields.Text("review");
        return string.IsNullOrEmpty(text) ? null : ReferenceOf(fields, "reviews/" + text, fields.PlaceOf("review"));
    }

    /// <summary>Links that are an author's judgement, each with its clause.</summary>
    public static ImmutableArray<JudgedLink> JudgedLinks(Fields fields, string key)
    {
        var links = ImmutableArray.CreateBuilder<JudgedLink>();
        foreach (var item in fields.Maps(key, "a link"))
        {
            var target = item.RequiredText("entry");
            var why = item.RequiredText("why");
            item.Done();
            if (target.Length > 0 && ReferenceOf(item, target, item.PlaceOf("entry")) is { } reference)
            {
                links.Add(new JudgedLink(reference, why));
            }
        }

        return links.ToImmutable();
    }

    /// <summary>Completes an entry with what every kind has.</summary>
    public T Complete<T>(T entry)
        where T : Entry => entry with
        {
            Markdown = Page.Markdown,
            MarkdownLine = Page.MarkdownLine,
            IsDraft = IsDraft(),
            Places = Page.FrontMatter.Places().ToImmutableSortedDictionary(StringComparer.Ordinal),
        };

    private bool Known(Terms terms, string word, string what, string key, Place place)
    {
        if (terms.Find(word) is not null)
        {
            return true;
        }

        if (!Vocabulary.Has(terms))
        {
            return false;
        }

        var list = $"content/vocabulary/{terms.List}.yml";
        var message = $"unknown {what} \"{word}\" in {key}";
        if (terms.FindByName(word) is { } called)
        {
            Log.Report(Catalogue.UnknownTerm, place, $"{message}; did you mean \"{called.Key}\"?", $"Write {called.Key}: pages name a word of {list} by its key.");
        }
        else if (terms.List == "states" && StateCodes.Find(word) is { } code)
        {
            Log.Report(Catalogue.UnknownTerm, place, message, terms.Find(code) is null ? $"Write {code}, and add {code} with its label to {list}." : $"Write {code}.");
        }
        else
        {
            Log.Report(Catalogue.UnknownTerm, place, message, new Guess(word, terms.All.Select(term => term.Key)), "Correct the word, or add it to the vocabulary in content/vocabulary/.");
        }

        return false;
    }

    private static string Kind(string folder) => folder == "recommendations" ? "recommendation" : folder[..^1];

    private static string Article(string folder) => folder[0] is 'a' or 'e' ? "an" : "a";
}
