using System.Text;
using Heed.Addressing;
using Heed.Configuration;
using Heed.Files;
using Heed.Theming;

namespace Heed.Exporting;

/// <summary>The text beside the home page of an unpacked archive, in every language of the site, for somebody who got a file in a chat.</summary>
internal static class ArchiveReadme
{
    private const int Width = 76;

    /// <summary>The file: UTF-8 with a byte order mark and Windows' line ends, as its Notepad, and no other program, needs both.</summary>
    /// <param name="publication">What is packed.</param>
    /// <param name="folder">The folder that holds everything.</param>
    public static SiteFile Of(Publication publication, string folder)
    {
        var text = new StringBuilder();
        foreach (var language in publication.Config.Languages)
        {
            text.Append(text.Length == 0 ? "" : "\n\n");
            Write(text, publication, publication.Theme.LabelsIn(language), folder);
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString().Replace("\n", "\r\n"));
        return new SiteFile(SiteArchive.Readme, (byte[])[.. Encoding.UTF8.Preamble, .. bytes]);
    }

    private static void Write(StringBuilder text, Publication publication, Labels labels, string folder)
    {
        var config = publication.Config;
        var title = config.Title.In(labels.Language);
        text.Append(title).Append('\n').Append('=', title.Length).Append("\n\n");
        Paragraph(text, config.Description.In(labels.Language));
        Paragraph(text, labels.Say("copy.what"));

        Item(text, "1. ", labels.Say("copy.unpack"));
        Item(text, "   - ", labels.Say("copy.unpack.windows"));
        Item(text, "   - ", labels.Say("copy.unpack.android"));
        Item(text, "   - ", labels.Say("copy.unpack.others"));
        Item(text, "2. ", labels.Say("copy.open", folder));
        text.Append('\n');

        Paragraph(text, labels.Say("copy.private"));
        Paragraph(text, labels.Say("copy.pass"));
        if (publication.DatedInWords(labels.Language) is { } dated)
        {
            Item(text, "", labels.Say("export.dated", dated));
        }

        Item(text, "", $"{labels.Say("permalink.name")} {HomeOf(publication, labels.Language)}");
        if (config.Licence.Length > 0)
        {
            Item(text, "", labels.Say("export.licence", LicenceOf(config)));
        }

        if (config.Contact.Length > 0)
        {
            Item(text, "", $"{labels.Say("frame.contact")} {config.Contact}");
        }
    }

    private static string HomeOf(Publication publication, string language) =>
        publication.Permanent(publication.Config.Paths.Of(Addresses.Home, language));

    private static string LicenceOf(SiteConfig config) => config.LicenceUrl.Length > 0 ? $"{config.Licence}, {config.LicenceUrl}" : config.Licence;

    private static void Paragraph(StringBuilder text, string words)
    {
        if (words.Length > 0)
        {
            Item(text, "", words);
            text.Append('\n');
        }
    }

    /// <summary>Words in lines that no window cuts; further lines stand below the first one's words. An address is never cut.</summary>
    private static void Item(StringBuilder text, string mark, string words)
    {
        var line = mark.Length;
        text.Append(mark);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line > mark.Length && line + 1 + word.Length > Width)
            {
                text.Append('\n').Append(' ', mark.Length);
                line = mark.Length;
            }
            else if (line > mark.Length)
            {
                text.Append(' ');
                line++;
            }

            text.Append(word);
            line += word.Length;
        }

        text.Append('\n');
    }
}
