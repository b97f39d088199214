using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heed.Model;

namespace Heed.Rendering.Citing;

/// <summary>Writes works as BibTeX, in UTF-8: <c>techreport</c> for documents of the United Nations, <c>misc</c> for everything else.</summary>
/// <remarks>
/// Names and titles stand in braces of their own, so that no style cuts a body into first and last name or takes away capitals.
/// A field says only what is known.
/// </remarks>
public static class BibTeX
{
    private static readonly ImmutableArray<string> Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The text of a <c>.bib</c> file with the works in their order.</summary>
    public static string Of(IEnumerable<CitedWork> works) => string.Join('\n', works.Select(Of));

    private static string Of(CitedWork work)
    {
        var text = new StringBuilder($"@{(work.Kind == CitedKind.Report ? "techreport" : "misc")}{{{work.Key},\n");
        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {name} = {value},\n");
            }
        }

        Field("author", Braced(string.Join(" and ", work.Authors.Select(author => Braced(Escape(author.Text))))));
        Field("title", Braced(Braced(Escape(work.Title.Text))));
        Field("institution", Braced(Braced(Escape(work.Publisher))));
        Field("type", Braced(Escape(work.Form?.Text)));
        Field("number", Braced(Escape(work.Number)));
        if (work.Date is { IsUnknown: false, Certainty: DateCertainty.Stated } date)
        {
            Field("year", Braced(date.Year.ToString("0000", CultureInfo.InvariantCulture)));
            Field("month", date.Month > 0 ? Months[date.Month - 1] : null);
            Field("day", date.Day > 0 ? Braced(date.Day.ToString(CultureInfo.InvariantCulture)) : null);
        }

        Field("url", Braced(Address(work.Address)));
        Field("language", Braced(Escape(work.Language)));
        Field("version", Braced(Escape(work.Version)));
        Field("note", Braced(Escape(work.Note)));
        return text.Append("}\n").ToString();
    }

    private static string? Braced(string? value) => string.IsNullOrEmpty(value) ? null : $"{{{value}}}";

    /// <summary>
    /// Text with everything that TeX takes otherwise written as TeX writes it. BibTeX counts braces even behind a backslash: those
    /// of a text that has as many of one as of the other stay braces, others get their names.
    /// </summary>
    private static string? Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        var isBalanced = IsBalanced(text);
        var escaped = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            _ = unit switch
            {
                '\\' => escaped.Append("\\textbackslash{}"),
                '{' => escaped.Append(isBalanced ? "\\{" : "\\textbraceleft{}"),
                '}' => escaped.Append(isBalanced ? "\\}" : "\\textbraceright{}"),
                '~' => escaped.Append("\\textasciitilde{}"),
                '^' => escaped.Append("\\textasciicircum{}"),
                '`' => escaped.Append("\\textasciigrave{}"),
                '%' or '&' or '$' or '#' or '_' => escaped.Append('\\').Append(unit),

                // Two of these become one other sign: a dash, a quotation mark.
                '-' or '\'' or '<' or '>' or ',' when at > 0 && text[at - 1] == unit => escaped.Append("{}").Append(unit),
                _ => escaped.Append(unit),
            };
        }

        return escaped.ToString();
    }

    private static bool IsBalanced(string text)
    {
        var depth = 0;
        foreach (var unit in text)
        {
            depth += unit == '{' ? 1 : unit == '}' ? -1 : 0;
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }

    // Programs take an address as it stands; what would end the field is written as addresses write it.
    private static string? Address(string? address) => address?.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);
}
