using Heed.Addressing;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Linking;
using Heed.Text;

namespace Heed.Tests.Linking;

public sealed class PermalinkLedgerTests
{
    private static readonly DateOnly Day = new(2025, 1, 31);

    private readonly DiagnosticLog log = new();

    [Fact]
    public void What_was_entered_is_read_again()
    {
        var written = Read("").With(Pages("b.html", "a-10.html", "a-9.html"), Day)!;
        var ledger = Read(written.Text);

        Assert.Equal(["a-9.html", "a-10.html", "b.html"], ledger.Addresses);
        Assert.Equal(Day, ledger.Since("b.html"));
        Assert.Empty(log.Sorted());
    }

    [Fact]
    public void An_address_keeps_its_first_day()
    {
        var first = Read("").With(Pages("a.html"), Day)!;
        var second = Read(first.Text).With(Pages("a.html", "b.html"), Day.AddDays(1))!;

        Assert.Equal(Day, Read(second.Text).Since("a.html"));
        Assert.Equal(Day.AddDays(1), Read(second.Text).Since("b.html"));
    }

    private static readonly SitePaths Paths = new("en", ["en", "ru"]);

    [Fact]
    public void Nothing_is_written_when_nothing_is_new() => Assert.Null(Read("\"a.html\": 2025-01-31\n").With(Pages("a.html"), Day));

    [Fact]
    public void An_address_that_would_be_gone_is_an_error_and_stays_in_the_ledger()
    {
        var ledger = Read("\"articles/about.html\": 2025-01-31\n");
        ledger.Judge(new HashSet<string> { "articles/abuot.html" }, Paths, log);

        var told = Assert.Single(log.Sorted());
        Assert.Equal("articles/about.html was published on 2025-01-31 and would be gone; did you mean \"articles/abuot.html\"?", told.Message);
        Assert.Contains("articles/about.html", ledger.With(Pages("new.html"), Day)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_lost_in_every_language_is_told_once_and_one_that_is_lost_in_one_is_told_of_that()
    {
        var ledger = Read("\"articles/a.html\": 2025-01-31\n\"articles/b.html\": 2025-01-31\n\"ru/articles/a.html\": 2025-01-31\n\"ru/articles/b.html\": 2025-01-31\n");
        ledger.Judge(new HashSet<string> { "articles/b.html" }, Paths, log);

        Assert.Equal(["articles/a.html", "ru/articles/b.html"], log.Sorted().Select(told => told.Message.Split(' ')[0]));
    }

    [Theory]
    [InlineData("\"a.html\": soon\n")]
    [InlineData("\"a.html\": [2025-01-31]\n")]
    [InlineData("\"a.html#p1\": 2025-01-31 p not+a+print\n")]
    [InlineData("\"a.html#p1\": 2025-01-31 x AAAA\n")]
    public void A_line_that_was_spoilt_by_hand_is_reported(string text)
    {
        Read(text);

        Assert.True(log.HasErrors);
    }

    [Fact]
    public void Words_of_a_paragraph_are_kept_as_a_print_and_noted_when_they_change()
    {
        var first = Read("").With([new("a.html#p1", AddressKind.Paragraph, WordPrint.Of("The law was adopted."))], Day)!;
        var ledger = Read(first.Text);
        var line = Assert.Single(ledger.AnchorsOf("a.html"));

        Assert.Equal(AddressKind.Paragraph, line.Published.Kind);
        Assert.Equal(WordPrint.Of("the LAW was adopted"), line.Published.Print);
        Assert.DoesNotContain("law", first.Text.Split('\n').Last(text => text.Length > 0), StringComparison.OrdinalIgnoreCase);

        var second = Read(ledger.With([line.Published with { Print = WordPrint.Of("The law was amended.") }], Day.AddDays(9))!.Text);
        Assert.Equal(Day, second.Since("a.html#p1"));
        Assert.Equal(WordPrint.Of("The law was amended."), Assert.Single(second.AnchorsOf("a.html")).Published.Print);
        Assert.Empty(log.Sorted());
    }

    private static IEnumerable<PublishedAddress> Pages(params string[] addresses) => addresses.Select(address => new PublishedAddress(address, AddressKind.Named, ""));

    private PermalinkLedger Read(string text) => PermalinkLedger.Read(SourceTree.Of([SourceFile.Of(PermalinkLedger.Path, text)]), log);
}
