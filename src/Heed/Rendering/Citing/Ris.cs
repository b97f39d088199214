using System.Globalization;
using System.Text;
using Heed.Model;

namespace Heed.Rendering.Citing;

/// <summary>Writes works as RIS, in UTF-8 with the line ends that the format asks for: one reference a work, from <c>TY</c> to <c>ER</c>.</summary>
/// <remarks>The key stands in <c>LB</c>: by an <c>ID</c> programs know the RIS of 2001, in which <c>SN</c> is no number of a report.</remarks>
public static class Ris
{
    private const string LineEnd = "\r\n";

    /// <summary>The text of a <c>.ris</c> file with the works in their order.</summary>
    public static string Of(IEnumerable<CitedWork> works) => string.Join(LineEnd, works.Select(Of));

    private static string Of(CitedWork work)
    {
        var text = new StringBuilder();
        void Field(string tag, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(tag).Append("  - ").Append(value).Append(LineEnd);
            }
        }

        Field("TY", work.Kind == CitedKind.Report ? "RPRT" : "ELEC");
        Field("LB", work.Key);
        foreach (var author in work.Authors)
        {
            Field("AU", Name(author.Text));
        }

        Field("TI", work.Title.Text);
        Field("T2", work.Site);
        Field("PB", work.Publisher);
        Field("M3", work.Form?.Text);
        Field("SN", work.Number);
        if (work.Date is { IsUnknown: false, Certainty: DateCertainty.Stated } date)
        {
            Field("PY", date.Year.ToString("0000", CultureInfo.InvariantCulture));
            Field("DA", string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}/{Number(date.Month)}/{Number(date.Day)}/"));
        }

        Field("UR", work.Address);
        Field("LA", work.Language);
        Field("ET", work.Version);
        Field("N1", work.Note);
        return text.Append("ER  - ").Append(LineEnd).ToString();
    }

    // Programs cut a name at its commas into family name, given name and suffix, and lose what follows. With one comma, at the end, it
    // is all of one piece; those within it can only be another sign.
    private static string Name(string name) => name.Replace(',', ';') + ",";

    private static string Number(int number) => number == 0 ? "" : number.ToString("00", CultureInfo.InvariantCulture);
}
