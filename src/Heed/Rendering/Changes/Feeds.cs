using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Heed.Addressing;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Linking;
using Heed.Model;
using Heed.Theming;

namespace Heed.Rendering.Changes;

/// <summary>A feed of the site in one language.</summary>
/// <param name="Path">From the root of its language: <c>feeds/themes/torture.xml</c>.</param>
/// <param name="Page">The page whose changes it tells.</param>
/// <param name="Title">What it is called, without the site's name.</param>
/// <param name="Changes">What it tells, newest first.</param>
internal sealed record Feed(string Path, string Page, string Title, ImmutableArray<Change> Changes);

/// <summary>Atom feeds (RFC 4287) of all changes, and of those of each theme, body and review, in each language.</summary>
/// <remarks>
/// An entry is known to feed readers by an id made of the address under which it was first published, so it is not told anew when the
/// site or the page moves. A feed in which nothing would stand is not made.
/// </remarks>
public static class Feeds
{
    // A feed tells what is new; the page of changes tells the rest.
    private const int Most = 50;

    private const string Folder = "feeds/";

    /// <summary>The feeds' files.</summary>
    public static ImmutableArray<SiteFile> Of(ImmutableArray<RenderedPage> pages, KnowledgeBase knowledge, Theme theme, RenderOptions options)
    {
        var byPath = pages.ToDictionary(page => page.File.Path, StringComparer.Ordinal);
        return
        [
            .. knowledge.Config.Languages
                .Select(language => new Edition(knowledge, theme, options, language, new DiagnosticLog()))
                .SelectMany(edition => In(edition).Select(feed => new SiteFile(edition.PathOf(feed.Path), new Writing(edition, byPath).Write(feed)))),
        ];
    }

    /// <summary>The feed of a page of the language, or null: of the home page and the page of changes all changes.</summary>
    internal static Feed? ForPage(string address, Edition edition) =>
        edition.Feeds.FirstOrDefault(feed => feed.Page == (address == Addresses.Home ? Addresses.Changes : address));

    /// <summary>The feeds of a language in which something stands.</summary>
    internal static ImmutableArray<Feed> In(Edition edition)
    {
        var (log, vocabulary) = (edition.ChangeLog, edition.Vocabulary);
        return
        [
            .. new[] { new Feed($"{Folder}changes.xml", Addresses.Changes, edition.Labels.Say("changes.title"), log.All) }
                .Concat(vocabulary.Themes.All.Select(theme => new Feed($"{Folder}themes/{theme.Key}.xml", Addresses.Theme(theme.Key), edition.Wording(theme.Label).Text, [.. log.OfTheme(theme.Key)])))
                .Concat(vocabulary.Bodies.All.Select(body => new Feed($"{Folder}bodies/{body.Key}.xml", Addresses.Body(body.Key), edition.Wording(body.Label).Text, [.. log.OfBody(body.Key)])))
                .Concat(edition.Knowledge.Reviews.Select(review => new Feed($"{Folder}reviews/{review.Id.Name}.xml", review.Id.Address, edition.Titles.Of(review).Text, [.. log.OfReview(review)])))
                .Where(feed => !feed.Changes.IsEmpty),
        ];
    }

    /// <summary>A name that is the same for ever, whatever host the site stands on: a UUID of version 5 (RFC 9562) as an IRI.</summary>
    /// <param name="name">What is named.</param>
    internal static string Urn(string name)
    {
        // The namespace is a UUID of version 5 itself, of "heed" in the namespace of URLs.
        var space = Uuid([.. new Guid("6ba7b811-9dad-11d1-80b4-00c04fd430c8").ToByteArray(bigEndian: true), .. "heed"u8]);
        return $"urn:uuid:{Uuid([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)])}";
    }

    // SHA-1 is what the standard names for this; nothing is kept secret or proved by it.
#pragma warning disable CA5350
    private static Guid Uuid(byte[] bytes)
    {
        var hash = SHA1.HashData(bytes)[..16];
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
#pragma warning restore CA5350

    private sealed class Writing(Edition edition, Dictionary<string, RenderedPage> pages)
    {
        private const string Atom = "http://www.w3.org/2005/Atom";

        public byte[] Write(Feed feed)
        {
            using var bytes = new MemoryStream();
            using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = "", NewLineChars = "\n" }))
            {
                xml.WriteStartElement("feed", Atom);
                xml.WriteAttributeString("xml", "lang", null, edition.Language);
                xml.WriteElementString("id", Urn($"{edition.Config.Country}/{edition.PathOf(feed.Path)}"));
                xml.WriteElementString("title", $"{Clean(feed.Title)} · {SiteTitle}");
                xml.WriteElementString("updated", Moment(feed.Changes[0].Day));
                Link(xml, "self", feed.Path, "application/atom+xml");
                Link(xml, "alternate", feed.Page, "text/html");
                xml.WriteStartElement("author");
                xml.WriteElementString("name", SiteTitle);
                xml.WriteEndElement();
                if (edition.Config.Licence.Length > 0)
                {
                    xml.WriteElementString("rights", Clean(edition.Config.Licence));
                }

                foreach (var change in feed.Changes.Take(Most))
                {
                    Write(xml, change);
                }

                xml.WriteEndElement();
            }

            return [.. bytes.ToArray(), (byte)'\n'];
        }

        private string SiteTitle => Clean(edition.Config.Title.In(edition.Language));

        private void Write(XmlWriter xml, Change change)
        {
            var page = pages.GetValueOrDefault(edition.PathOf(change.Entry.Id.Address));
            var anchor = change.Until is null ? "" : $"#{change.Until.Id}";
            xml.WriteStartElement("entry");
            xml.WriteElementString("id", Urn($"{edition.Config.Country}/{edition.PathOf(FirstAddress(change.Entry))}{anchor}"));
            xml.WriteElementString("title", Clean(edition.Titles.Of(change.Entry).Text));
            Link(xml, "alternate", change.Entry.Id.Address + anchor, "text/html");
            xml.WriteElementString("published", Moment(change.Until is null ? change.Published : change.Day));
            xml.WriteElementString("updated", Moment(change.Day));
            xml.WriteStartElement("category");
            xml.WriteAttributeString("term", EntryKinds.WordOf(change.Entry.Kind));
            xml.WriteAttributeString("label", Clean(edition.Labels.Say($"kind.{EntryKinds.WordOf(change.Entry.Kind)}")));
            xml.WriteEndElement();
            xml.WriteElementString("summary", Clean(change.Until is null ? page?.Description ?? "" : Moved(change)));
            xml.WriteEndElement();
        }

        private string Moved(Change change)
        {
            string Name(string scale, string level) =>
                edition.Vocabulary.Scales.GetValueOrDefault(scale)?.Find(level) is { } known ? edition.Wording(known.Label).Text : level;

            var state = change.Until!;
            var why = edition.Knowledge.Texts(change.Entry).Find(new TextId("why", state.Id))?.In(edition.Language)?.Words ?? state.Why;
            var words = edition.Knowledge.Prose(why).ShownText(written => edition.NameOf(change.Entry, written));
            return (state.Scale, state.Level) == change.Next
                ? $"{edition.Labels.Say("history.reworded", edition.Dates.Of(state.Until))} {words}"
                : $"{edition.Labels.Say("history.moved", edition.Dates.Of(state.Until), Name(state.Scale, state.Level), Name(change.Next.Scale, change.Next.Level))} {words}";
        }

        /// <summary>The address under which an entry was first published: its own, or one that moved to it.</summary>
        private string FirstAddress(Entry entry)
        {
            var ledger = edition.Options.Ledger!;
            return edition.Knowledge.Retired
                .Where(retired => retired is { Was.Anchor: null, MovedTo.Target.Anchor: null } && retired.MovedTo.Target.Address == entry.Id.Address)
                .Select(retired => retired.Was.Address)
                .Append(entry.Id.Address)
                .OrderBy(address => ledger.Since(address) ?? DateOnly.MaxValue)
                .ThenBy(address => address == entry.Id.Address)
                .ThenBy(address => address, StringComparer.Ordinal)
                .First();
        }

        private void Link(XmlWriter xml, string relation, string address, string type)
        {
            xml.WriteStartElement("link");
            xml.WriteAttributeString("rel", relation);
            xml.WriteAttributeString("type", type);
            xml.WriteAttributeString("href", edition.Config.BaseUrl + edition.PathOf(address));
            xml.WriteEndElement();
        }

        private static string Moment(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";

        // XML has no place for most control characters, not even written as references.
        private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)));
    }
}
