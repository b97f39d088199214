using System.Collections.Immutable;
using System.Text;
using Heed.Tests.Support;

namespace Heed.Tests.Search;

/// <summary>The words of <c>kazakh-forms.tsv</c>, which says where they come from.</summary>
internal static class KazakhForms
{
    /// <summary>All rows, in the order of the file.</summary>
    public static readonly ImmutableArray<KazakhForm> All = Read();

    private static ImmutableArray<KazakhForm> Read()
    {
        var path = Path.Combine(Repository.Root, "tests", "Heed.Tests", "Search", "kazakh-forms.tsv");
        var rows = System.IO.File.ReadLines(path, Encoding.UTF8).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(cells => (Lemma: cells[0], Form: cells[1], Source: cells[2]))
            .ToArray();
        var dealt = rows.Where(row => !IsNew(row.Source)).Select(row => row.Lemma).Distinct().Order(StringComparer.Ordinal).ToList();

        return [.. rows.Select(row => new KazakhForm(row.Lemma, row.Form, row.Source, PartOf(row.Lemma, row.Source)))];

        KazakhFormPart PartOf(string lemma, string source) =>
            IsNew(source) ? KazakhFormPart.New : dealt.IndexOf(lemma) % 2 == 0 ? KazakhFormPart.Tuned : KazakhFormPart.HeldOut;
    }

    private static bool IsNew(string source) => source.StartsWith("new ", StringComparison.Ordinal);
}

/// <summary>A word as it is written in a text, and in a dictionary.</summary>
internal sealed record KazakhForm(string Lemma, string Form, string Source, KazakhFormPart Part);

/// <summary>What a row of the table was used for while the rules were made.</summary>
public enum KazakhFormPart
{
    /// <summary>Looked at.</summary>
    Tuned,

    /// <summary>Only counted.</summary>
    HeldOut,

    /// <summary>Read when the rules stood.</summary>
    New,
}
