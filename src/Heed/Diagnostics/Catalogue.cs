using System.Collections.Immutable;

namespace Heed.Diagnostics;

/// <summary>Every kind of diagnostic that Heed has. A test asks that <c>tests/broken/&lt;id&gt;/</c> exists for each.</summary>
public static class Catalogue
{
    // Files and front matter
    public static readonly Rule NotUtf8 = Error("not-utf8", "a file is not UTF-8 text");
    public static readonly Rule StrayCharacter = Error("stray-character", "a control character, or what is no character at all");
    public static readonly Rule OddCharacter = Warning("odd-character", "a character that is not what it seems, or turns the direction of text");
    public static readonly Rule ConflictMark = Error("conflict-mark", "two versions of a file that git could not join");
    public static readonly Rule MissingFrontMatter = Error("missing-front-matter", "a page has no front matter");
    public static readonly Rule BrokenYaml = Error("broken-yaml", "YAML that cannot be read");
    public static readonly Rule CutValue = Error("cut-value", "a value that is cut where a comment begins");
    public static readonly Rule YamlFeature = Error("yaml-feature", "a feature of YAML that Heed does not take");
    public static readonly Rule DuplicateKey = Error("duplicate-key", "a key that stands twice in one map");
    public static readonly Rule UnknownKey = Error("unknown-key", "a key that this kind does not have");
    public static readonly Rule MissingKey = Error("missing-key", "a required key is missing or empty");
    public static readonly Rule WrongType = Error("wrong-type", "a map, list or scalar where another is wanted");
    public static readonly Rule WrongValue = Error("wrong-value", "a value of the wrong form");
    public static readonly Rule WrongDate = Error("wrong-date", "a date that does not exist, or a period that ends before it starts");
    public static readonly Rule FutureDate = Warning("future-date", "a date after today of something that is said to have been done");
    public static readonly Rule PlaceholderLeft = Warning("placeholder-left", "what heed new wrote for an author to replace");
    public static readonly Rule UnknownTerm = Error("unknown-term", "a word that is not in the vocabulary");
    public static readonly Rule MisplacedPage = Error("misplaced-page", "a file in a folder where no kind lives");
    public static readonly Rule UnportableName = Error("unportable-name", "a name that a file cannot have on Windows");
    public static readonly Rule TranslationWithoutOriginal = Error("translation-without-original", "a translation of a page that is not there");
    public static readonly Rule TranslationOfItself = Error("translation-of-itself", "a translation into the language of the original");

    // Relations and addresses
    public static readonly Rule DuplicateId = Error("duplicate-id", "two things of one name");
    public static readonly Rule DuplicateAddress = Error("duplicate-address", "two pages that would have one address");
    public static readonly Rule DanglingReference = Error("dangling-reference", "a link to an entry that is not there");
    public static readonly Rule AmbiguousReference = Error("ambiguous-reference", "a link that fits two entries");
    public static readonly Rule WrongKind = Error("wrong-kind", "a relation to an entry of the wrong kind");
    public static readonly Rule AddressLost = Error("address-lost", "a published address that would be gone");

    public static readonly Rule AnchorLost = Error("anchor-lost", "a published place on a page that would be gone");
    public static readonly Rule CircularMove = Error("circular-move", "addresses that move to one another in a circle");
    public static readonly Rule StandsAgain = Error("stands-again", "an address that is said to be retired, and stands");

    // Prose
    public static readonly Rule UnsafeLink = Error("unsafe-link", "a link of a kind that is not allowed");
    public static readonly Rule BrokenLink = Error("broken-link", "a link to a file or section that is not there");
    public static readonly Rule LinkInPlainText = Error("link-in-plain-text", "a link in a text that is shown as it is typed");
    public static readonly Rule UnclosedComment = Error("unclosed-comment", "a comment that does not end, which readers would see");
    public static readonly Rule EmptyMarkup = Error("empty-markup", "a heading, link, list item or other markup without words");
    public static readonly Rule BrokenNote = Error("broken-note", "a note that readers would miss: one that no place refers to, or one of two of the same sign");
    public static readonly Rule UnreadMarkup = Warning("unread-markup", "what looks like markup and is shown as it is typed");
    public static readonly Rule RawHtml = Warning("raw-html", "HTML in Markdown, which is shown as text");

    // The knowledge as a whole
    public static readonly Rule SessionOutsideCycle = Error("session-outside-cycle", "a session that is not of the review's cycle");
    public static readonly Rule RepeatsLaterCycle = Error("repeats-later-cycle", "a recommendation that repeats one of its own or a later cycle");
    public static readonly Rule MoreThanTotal = Error("more-than-total", "more records than the review's total allows");
    public static readonly Rule TotalsDisagree = Warning("totals-disagree", "totals of a review that do not add up, or that the pages contradict");
    public static readonly Rule RepeatedNumber = Error("repeated-number", "a paragraph number that two recommendations of a review have");
    public static readonly Rule NumberNotOfName = Error("number-not-of-name", "a number that is not the one by which its page is called");
    public static readonly Rule NumberOutOfOrder = Warning("number-out-of-order", "a paragraph number beyond the review's total");
    public static readonly Rule EmptyText = Error("empty-text", "a page that says nothing where its kind is a text");
    public static readonly Rule NumberGap = Note("number-gap", "paragraph numbers that are left out in a row");
    public static readonly Rule Preamble = Warning("preamble", "an introduction that was taken for a recommendation");
    public static readonly Rule SelfRecommendation = Error("self-recommendation", "a State that recommends to itself");
    public static readonly Rule ContradictoryPositions = Warning("contradictory-positions", "two sources that tell different positions");
    public static readonly Rule StateAlone = Warning("state-alone", "the State's own word as the only evidence for \"implemented\"");
    public static readonly Rule SilentChange = Error("silent-change", "a published level that was changed without a word");
    public static readonly Rule CircularTheme = Error("circular-theme", "a theme that is broader than itself");
    public static readonly Rule TranslationBehind = Warning("translation-behind", "a translation that lacks a part of its original");
    public static readonly Rule TranslationOutdated = Warning("translation-outdated", "a translation of other words than the original has now");
    public static readonly Rule ReviewOverdue = Note("review-overdue", "assessments and findings whose evidence is to be looked at again");
    public static readonly Rule Coverage = Note("coverage", "what of a review is not in the knowledge base");

    public static readonly Rule NameTooLong = Error("name-too-long", "a name of which no file can be made");

    // Settings and theme
    public static readonly Rule MissingSettings = Error("missing-settings", "no site.config.yml");
    public static readonly Rule BrokenTemplate = Error("broken-template", "a template that cannot be used");
    public static readonly Rule MissingLabel = Error("missing-label", "a label that a language lacks");

    // The built site
    public static readonly Rule BrokenSiteLink = Error("broken-site-link", "a link of the built site that leads nowhere");
    public static readonly Rule DuplicateHtmlId = Error("duplicate-html-id", "an id that stands twice on a built page");
    public static readonly Rule ForeignRequest = Error("foreign-request", "a built page that would ask another host for something");
    public static readonly Rule InlineCode = Error("inline-code", "a script or style inside a built page");
    public static readonly Rule PageStructure = Error("page-structure", "a built page without title, language, main landmark or single heading of level one");
    public static readonly Rule TooHeavy = Error("too-heavy", "a built page that is heavier than the budget, or asks for more than one style sheet");
    public static readonly Rule UnreachablePage = Error("unreachable-page", "a built page that no link leads to");

    /// <summary>All rules, by id.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        .. typeof(Catalogue)
            .GetFields()
            .Select(field => field.GetValue(null))
            .OfType<Rule>()
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    private static Rule Error(string id, string title) => new(id, Severity.Error, title);

    private static Rule Warning(string id, string title) => new(id, Severity.Warning, title);

    private static Rule Note(string id, string title) => new(id, Severity.Note, title);
}
