using System.Collections;
using System.Globalization;
using System.Text;
using Heed.Theming;
using QRCoder;

namespace Heed.Rendering;

/// <summary>An address as a QR code, drawn with one path: who reads on paper comes back to the page with a telephone.</summary>
/// <param name="Size">Modules in a row, with the empty border of four that readers of such codes need.</param>
/// <param name="Path">The dark modules: lines, one module broad, through the middle of each row.</param>
/// <param name="Address">What the code says.</param>
[Template("parts/qr-code")]
public sealed record QrCodeView(int Size, string Path, string Address);

/// <summary>Makes QR codes.</summary>
internal static class QrCode
{
    /// <summary>The code of an address, of the level of correction that bears 15 % of damage: paper gets folded and stained.</summary>
    public static QrCodeView Of(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        return new QrCodeView(rows.Count, PathOf(rows), address);
    }

    // Runs of one colour in a row are one step, dark drawn (h) and light passed over (m): a third of the text that squares take.
    private static string PathOf(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            var pen = 0;
            for (var from = 0; from < rows.Count;)
            {
                var to = from;
                while (to < rows.Count && rows[row][to] == rows[row][from])
                {
                    to++;
                }

                if (rows[row][from])
                {
                    // Only the first run of a row says where it stands; the others, how far on from the one before.
                    var (letter, step, down) = pen == 0 ? ('M', from, $"{row}.5") : ('m', from - pen, "0");
                    path.Append(CultureInfo.InvariantCulture, $"{letter}{step} {down}h{to - from}");
                    pen = to;
                }

                from = to;
            }
        }

        return path.ToString();
    }
}
