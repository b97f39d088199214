using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Front matter to <see cref="Decision"/>.</summary>
internal static partial class DecisionBinder
{
    public static Decision Bind(Binding binding)
    {
        var fields = binding.Fields;
        return binding.Complete(new Decision
        {
            Id = binding.Page.Id,
            Place = binding.Place,
            Title = fields.RequiredText("title"),
            Body = binding.Key(fields, "body", binding.Vocabulary.Bodies, "body", required: true) ?? "",
            MandateHolder = fields.Text("mandate_holder"),
            JointlyWith = fields.Text("jointly_with"),
            Form = binding.Key(fields, "form", binding.Vocabulary.Forms, "form", required: true) ?? "",
            Symbols = Symbols(fields),
            Communications = Words(fields, "communications"),
            OpinionNumber = Binding.AnswerText(fields, "opinion_number"),
            Authors = [.. fields.Texts("authors").Select(author => author.Text)],
            AuthorProfile = fields.Text("author_profile"),
            RepresentedBy = fields.Text("represented_by"),
            Adopted = binding.PastDate(fields, "adopted", required: true) ?? PartialDate.Unknown,
            AdoptedNote = fields.Text("adopted_note"),
            DocumentDate = binding.PastDate(fields, "document_date"),
            Visit = binding.PastPeriod(fields, "visit"),
            Subject = fields.RequiredText("subject"),
            Paragraphs = fields.Text("paragraphs"),
            ArticlesInvoked = Articles(binding, "articles_invoked"),
            ArticlesViolated = Articles(binding, "articles_violated"),
            Outcome = Outcome(binding),
            OutcomeConfidence = fields.Has("outcome_confidence") ? Binding.Confidence(fields, "outcome_confidence") : null,
            GroundsFound = [.. fields.Texts("grounds_found").Select(ground => ground.Text)],
            Remedies = Binding.AnswerText(fields, "remedies"),
            Measures = Binding.AnswerText(fields, "measures"),
            FollowUpGrade = Binding.AnswerText(fields, "follow_up_grade"),
            StateReply = Binding.AnswerText(fields, "state_reply"),
            Themes = binding.Themes(fields),
            BearsOn = [.. fields.Maps("bears_on", "a bearing").Select(BearingOf)],
            Confidence = Binding.Confidence(fields),
            Sources = binding.Citations(fields),
            Note = fields.Text("note"),
        });
    }

    private static Answer<ImmutableArray<DocumentSymbol>> Symbols(Fields fields)
    {
        var answer = Binding.AnswerList(fields, "symbols", required: true);
        if (!answer.IsKnown)
        {
            return answer.IsNone ? Answer<ImmutableArray<DocumentSymbol>>.None : Answer<ImmutableArray<DocumentSymbol>>.Unknown;
        }

        var symbols = ImmutableArray.CreateBuilder<DocumentSymbol>();
        foreach (var (text, place) in answer.Value)
        {
            if (DocumentSymbol.TryParse(text, out var symbol))
            {
                symbols.Add(symbol);
            }
            else
            {
                fields.Log.Report(Catalogue.WrongValue, place, $"\"{text}\" is not the symbol of a UN document", "Write it as printed, such as CCPR/C/112/D/2137/2012.");
            }
        }

        return Answer<ImmutableArray<DocumentSymbol>>.Of(symbols.ToImmutable());
    }

    private static Answer<ImmutableArray<string>> Words(Fields fields, string key)
    {
        var answer = Binding.AnswerList(fields, key);
        return answer switch
        {
            { IsKnown: true } => Answer<ImmutableArray<string>>.Of([.. answer.Value.Select(word => word.Text)]),
            { IsUnknown: true } => Answer<ImmutableArray<string>>.Unknown,
            { IsNone: true } => Answer<ImmutableArray<string>>.None,
            _ => Answer<ImmutableArray<string>>.NotAsked,
        };
    }

    private static Answer<ArticleList> Articles(Binding binding, string key)
    {
        switch (binding.Fields.Take(key))
        {
            case null:
                return Answer<ArticleList>.NotAsked;
            case YamlScalar { Value: "unknown" }:
                return Answer<ArticleList>.Unknown;
            case YamlScalar { Value: "none" }:
                return Answer<ArticleList>.None;
            default:
                break;
        }

        if (binding.Fields.Map(key, "a list of articles") is not { } fields)
        {
            return Answer<ArticleList>.Unknown;
        }

        var list = new ArticleList(
            fields.RequiredText("printed"),
            [.. fields.Maps("list", "a treaty article", required: true).Select(item => ArticleOf(binding, item))],
            fields.Flag("partial"));
        fields.Done();
        return Answer<ArticleList>.Of(list);
    }

    private static TreatyArticle ArticleOf(Binding binding, Fields item)
    {
        var article = new TreatyArticle(
            binding.Key(item, "treaty", binding.Vocabulary.Treaties, "treaty", required: true) ?? "",
            Binding.Matching(item, "article", ArticleNumber(), "the number of an article", "Write it as the treaty does: \"14\", \"6bis\".", required: true) ?? "",
            Binding.Matching(item, "paragraph", ArticleParagraph(), "a paragraph of an article", "Write it as the treaty does: \"3\", \"3 (d)\", \"(b)\"."));
        item.Done();
        return article;
    }

    [GeneratedRegex(@"\A[0-9]+ ?[A-Za-z]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ArticleNumber();

    [GeneratedRegex(@"\A([0-9]+[a-z]*)?( ?\([0-9a-z]+\))*(?<!\A)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ArticleParagraph();

    private static Answer<string> Outcome(Binding binding)
    {
        var answer = Binding.AnswerText(binding.Fields, "outcome");
        return answer.IsKnown && binding.Key(binding.Fields, "outcome", binding.Vocabulary.Outcomes, "outcome") is null ? Answer<string>.Unknown : answer;
    }

    private static Bearing BearingOf(Fields item)
    {
        var bearing = new Bearing(Binding.References(item, "recommendations", required: true), item.RequiredText("why"));
        item.Done();
        return bearing;
    }
}
