using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Heed.Linking;
using Heed.Model;

namespace Heed.Tests.Support;

/// <summary>A page of each kind with everything that its kind may say, one value a line, and its Russian translation; laid over <see cref="SmallSite"/>.</summary>
internal static partial class WholePages
{
    /// <summary>A value of one of the pages.</summary>
    /// <param name="Path">The page's file.</param>
    /// <param name="Line">Its line in the file, from 0.</param>
    /// <param name="Before">What stands before it on the line.</param>
    /// <param name="Text">The value, without quotation marks.</param>
    public sealed record Value(string Path, int Line, string Before, string Text);

    private const string Original = "original: \"00000000\"\n";

    /// <summary>The pages, originals and translations, by path.</summary>
    public static ImmutableSortedDictionary<string, string> Files { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["site.config.yml"] = "title: Small\ndescription: Whole pages.\nlanguages: [en, ru]\nbase_url: https://example.org/small/\ncountry: AAA\ndefault_scale: two-levels\n",
        ["content/vocabulary/sources.yml"] = "report:\n  title: A report\n  url: https://example.org/report\n  kind: ingo\n  note: A remark on the report.\nministry:\n  title: The ministry on itself\n  url: https://example.org/ministry\n  kind: state\n",
        ["content/recommendations/upr-3/1.1.md"] = """
            ---
            title: Assemble
            review: upr-3
            document: A/HRC/1/1
            paragraph: "1.1"
            recommending_states:
              - BBB
            states_as_printed:
              - The South
            describes: one
            wording: paraphrase
            positions:
              - position: noted
                by: third-party
                reported_by: A news agency
                detail: It said why.
                sources:
                  - ref: report
                    place: page 3
                    read: the whole
                    language: en
                    note: A remark on the place.
                note: A remark on the answer.
            themes:
              - assembly
            groups:
              - lawyers
            sdg:
              - "16.10"
            priority: false
            repeats:
              - entry: recommendations/upr-2/1.1
                why: Both ask for assembly.
            confidence: high
            sources:
              - ref: report
                place: page 4
                read: a part
                note: A remark on the source.
            note: A remark on the recommendation.
            ---

            Let people assemble, all of them.
            """,
        ["content/recommendations/upr-3/1.1.ru.md"] = """
            ---
            title: Title in Russian
            translation: human
            reviewed: true
            positions:
              - id: "1"
                reported_by: Reporter in Russian
                detail: Detail in Russian.
                note: Answer in Russian.
            repeats:
              - entry: recommendations/upr-2/1.1
                why: Reason in Russian.
            note: Note in Russian.
            ---

            Body in Russian.
            """,
        ["content/evaluations/watchers.md"] = """
            ---
            title: The Watchers on assembly
            review: upr-3
            recommendations:
              - recommendations/upr-3/1.1
            themes:
              - pickets
            assessors:
              - watchers
            reported_by: A newspaper
            scale: two-levels
            level: not-implemented
            graded: true
            mapped_by: heed
            original_scale: two-levels
            original_grade: Quite bad
            alternative_level: implemented
            alternative_why: The law is better than it was.
            law: implemented
            practice: not-implemented
            role: assessment
            about: adopted-law
            evidence_date: "2021-05"
            review_due: "2030-01"
            history:
              - until: "2022-01-01"
                scale: two-levels
                level: implemented
                basis: It looked better.
                why: The police came.
                sources:
                  - ref: report
                    note: A remark on the change.
              - until: "2023-01-01"
                level: implemented
                basis: It still looked better.
                why: More police came.
            confidence: medium
            sources:
              - ref: report
                place: page 5
            note: A remark on the evaluation.
            ---

            The basis of the judgement.
            """,
        ["content/evaluations/watchers.ru.md"] = """
            ---
            title: Title in Russian
            translation: human
            reviewed: true
            reported_by: Reporter in Russian
            alternative_why: Alternative in Russian.
            history:
              - id: state-2022-01-01
                text: Basis in Russian.
                why: Change in Russian.
              - id: state-2023-01-01
                text: Second basis in Russian.
                why: Second change in Russian.
            note: Note in Russian.
            ---

            Body in Russian.
            """,
        ["content/findings/assembly.md"] = """
            ---
            title: Assembly
            themes:
              - assembly
            statements:
              - id: law
                text: A law came into force.
                period: "2020-05"
                figures:
                  - value: "12"
                    qualifier: about
                    unit: persons
                    label: of the first day
                asserted_by: The observers
                asserted_by_kind: ingo
                confidence: high
                sources:
                  - ref: report
                    place: page 6
                note: A remark on the law.
            conflicts:
              - id: which-day
                about: The day of the march.
                values:
                  - value: The nineteenth.
                    as_of: "2020-06"
                    sources:
                      - ref: report
                        note: A remark on the day.
                    note: A remark on the first.
                  - value: The twentieth.
                    sources:
                      - ref: report
                advice: Name both days.
            review_due: "2030-01"
            note: A remark on the finding.
            ---

            What was found of assembly.
            """,
        ["content/findings/assembly.ru.md"] = """
            ---
            title: Title in Russian
            translation: human
            reviewed: true
            statements:
              - id: law
                text: Law in Russian.
                figures:
                  - qualifier: Qualifier in Russian
                    value: Twelve in Russian
                    unit: Unit in Russian
                    label: Label in Russian
                asserted_by: Observers in Russian
                note: Law note in Russian.
            conflicts:
              - id: which-day
                about: Day in Russian.
                values:
                  - value: First in Russian.
                    note: First note in Russian.
                  - value: Second in Russian.
                advice: Advice in Russian.
            note: Note in Russian.
            ---

            Body in Russian.
            """,
        ["content/decisions/ccpr/ccpr-1-2020.md"] = """
            ---
            title: Views on a communication
            body: ccpr
            mandate_holder: Mr Holder
            jointly_with: Two others
            form: views
            symbols:
              - CCPR/C/1/D/1/2020
            communications:
              - 1/2020
            opinion_number: 7/2020
            authors:
              - Ms Author
            author_profile: A teacher
            represented_by: A lawyer of hers
            adopted: "2021-07-01"
            adopted_note: on the last day
            document_date: "2021-08-01"
            subject: A picket without a permit
            paragraphs: paragraphs seven and eight
            articles_invoked:
              printed: article 21
              list:
                - treaty: ICCPR
                  article: "21"
            articles_violated:
              printed: articles 19 and 21
              list:
                - treaty: ICCPR
                  article: "19"
                  paragraph: "2"
            outcome: violation
            outcome_confidence: high
            grounds_found:
              - No reason was given
              - The fine was high
            remedies: Pay her
            measures: Change the law
            follow_up_grade: C1
            state_reply: It did not agree
            themes:
              - pickets
            bears_on:
              - recommendations:
                  - recommendations/upr-3/1.1
                why: Both concern the freedom to assemble.
            confidence: high
            sources:
              - ref: report
                place: page 7
            note: A remark on the decision.
            ---

            What the Committee said.
            """,
        ["content/decisions/ccpr/ccpr-1-2020.ru.md"] = """
            ---
            title: Title in Russian
            translation: human
            reviewed: true
            jointly_with: Others in Russian
            author_profile: Profile in Russian
            represented_by: Lawyer in Russian
            adopted_note: Day in Russian
            subject: Subject in Russian
            paragraphs: Paragraphs in Russian
            grounds_found:
              - First ground in Russian
              - Second ground in Russian
            remedies: Remedies in Russian
            measures: Measures in Russian
            state_reply: Reply in Russian
            bears_on:
              - id: "1"
                why: Reason in Russian.
            note: Note in Russian.
            ---

            Body in Russian.
            """,
        ["content/reviews/upr-3.md"] = """
            ---
            title: Review of cycle three
            cycle: 3
            session: "34"
            reviewed: "2019-11-07"
            adopted: "2020-03-12"
            adopted_note: in the afternoon
            documents:
              - symbol: A/HRC/1/1
                title: Report of the Working Group
            totals:
              received:
                count: "1"
                basis: The report counts them.
              supported:
                count: "0"
                basis: The addendum counts them.
              noted:
                count: "1"
                derived: true
                basis: The rest was noted.
              delegations:
                count: "10"
                basis: Ten delegations spoke.
              recommending_states:
                count: "9"
                basis: Nine States recommended.
            other_counts: Others count two.
            coverage_note: Of these one is here.
            awaited_assessments:
              - assessor: watchers
                note: not assessed yet
            undertakings:
              - id: reform
                text: Reform the law.
                themes:
                  - assembly
                confidence: high
                sources:
                  - ref: report
                    note: A remark on the promise.
            themes:
              - assembly
            confidence: high
            sources:
              - ref: report
            note: A remark on the review.
            ---

            The third review, told.
            """,
        ["content/reviews/upr-3.ru.md"] = """
            ---
            title: Title in Russian
            translation: human
            reviewed: true
            adopted_note: Afternoon in Russian
            totals:
              - id: received
                text: Received in Russian.
              - id: supported
                text: Supported in Russian.
              - id: noted
                text: Noted in Russian.
              - id: delegations
                text: Delegations in Russian.
              - id: recommending_states
                text: States in Russian.
            other_counts: Counts in Russian.
            coverage_note: Coverage in Russian.
            awaited_assessments:
              - id: watchers
                note: Awaited in Russian
            undertakings:
              - id: reform
                text: Reform in Russian.
            note: Note in Russian.
            ---

            Body in Russian.
            """,
        ["content/events/2020-march.md"] = """
            ---
            title: A march
            date: "2020-06-06"
            from:
              - findings/assembly#law
            themes:
              - assembly
            confidence: high
            sources:
              - ref: report
                note: A remark on the march's source.
            note: A remark on the march.
            ---

            People marched.
            """,
        ["content/events/2020-march.ru.md"] = """
            ---
            title: Title in Russian
            translation: human
            reviewed: true
            note: Note in Russian.
            ---

            Body in Russian.
            """,
        ["content/articles/about.md"] = """
            ---
            title: About
            summary: What this is.
            themes:
              - assembly
            sources:
              - ref: report
            note: A remark on the article.
            ---

            The article at length.
            """,
        ["content/articles/about.ru.md"] = """
            ---
            title: Title in Russian
            summary: Summary in Russian.
            translation: human
            reviewed: true
            note: Note in Russian.
            ---

            Body in Russian.
            """,
        ["content/proposals/march.md"] = """
            ---
            title: Let them march
            proposed_by: watchers
            review: upr-3
            date: "2024-06"
            became:
              - recommendations/upr-3/1.1
            themes:
              - assembly
            confidence: high
            sources:
              - ref: report
            note: A remark on the proposal.
            ---

            Let people march.
            """,
        ["content/proposals/march.ru.md"] = """
            ---
            title: Title in Russian
            translation: human
            reviewed: true
            note: Note in Russian.
            ---

            Body in Russian.
            """,
    }.ToImmutableSortedDictionary(file => file.Key, file => file.Value.TrimEnd().Replace("reviewed: true\n", "reviewed: true\n" + Original, StringComparison.Ordinal) + "\n", StringComparer.Ordinal);

    /// <summary>Every value that an author wrote in a page, the body's paragraph included; the content hash is the program's.</summary>
    public static IEnumerable<Value> Values => Files
        .Where(file => file.Key.EndsWith(".md", StringComparison.Ordinal))
        .SelectMany(file => ValuesOf(file.Key, file.Value))
        .Where(value => value.Before != "original: ");

    /// <summary>The files as <see cref="SmallSite"/> takes them, some values written otherwise, and dated so that translations are up to date.</summary>
    public static (string Path, string Text)[] With(params IEnumerable<(Value Value, string Text)> changes)
    {
        var files = Files.ToDictionary(file => file.Key, file => file.Value.Split('\n'), StringComparer.Ordinal);
        foreach (var (value, text) in changes)
        {
            files[value.Path][value.Line] = value.Before + (value.Before.Length == 0 ? text : $"\"{text}\"");
        }

        (string Path, string Text)[] changed = [.. files.Select(file => (file.Key, string.Join('\n', file.Value)))];
        var (knowledge, _) = SmallSite.Read(changed);
        return [.. changed.Select(file => (file.Path, Hashed(file.Path, file.Text, knowledge)))];
    }

    private static string Hashed(string path, string text, KnowledgeBase knowledge) =>
        path.EndsWith(".ru.md", StringComparison.Ordinal) && knowledge.Find(EntryId.Parse(path["content/".Length..^".ru.md".Length])) is { } entry
            ? text.Replace(Original, $"original: \"{knowledge.Texts(entry).Hash()}\"\n", StringComparison.Ordinal)
            : text;

    private static IEnumerable<Value> ValuesOf(string path, string text)
    {
        var lines = text.Split('\n');
        var end = Array.IndexOf(lines, "---", 1);
        for (var line = 1; line < lines.Length; line++)
        {
            if (line < end && Line().Match(lines[line]) is { Success: true } match)
            {
                yield return new Value(path, line, match.Groups["before"].Value, match.Groups["text"].Value.Trim('"'));
            }
            else if (line > end && lines[line].Length > 0)
            {
                yield return new Value(path, line, "", lines[line]);
            }
        }
    }

    [GeneratedRegex(@"^(?<before> *(?:- )?(?:[a-z_]+: |(?<=- )))(?<text>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
