using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Model;
using Heed.Text;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Front matter to <see cref="Evaluation"/>.</summary>
internal static class EvaluationBinder
{
    public static Evaluation Bind(Binding binding)
    {
        var fields = binding.Fields;
        var title = fields.RequiredText("title");
        var review = Binding.Review(fields, required: false);
        var recommendations = Binding.References(fields, "recommendations");
        var themes = binding.Themes(fields, required: false);
        if (recommendations.IsEmpty && themes.IsEmpty && !fields.Has("themes"))
        {
            fields.Log.Report(Catalogue.MissingKey, fields.Place, "an evaluation needs recommendations or themes", "Name the recommendations that it judges, or the theme when its source speaks only of a theme.");
        }

        var assessors = binding.Keys(fields, "assessors", binding.Vocabulary.Assessors, "assessor", required: true);
        var reportedBy = fields.Text("reported_by");
        var scale = ScaleKey(binding, "scale", required: true);
        var level = Level(binding, scale, "level", required: true);
        var isGraded = fields.Flag("graded", required: true);
        var isMapped = fields.OneOf("mapped_by", true, ("heed", true), ("assessor", false));
        var originalScale = ScaleKey(binding, "original_scale", required: false);
        var originalGrade = Binding.AnswerText(fields, "original_grade");
        if (isGraded && !originalGrade.IsAsked)
        {
            fields.Missing("original_grade");
        }

        return binding.Complete(new Evaluation
        {
            Id = binding.Page.Id,
            Place = binding.Place,
            Title = title,
            Review = review,
            Recommendations = recommendations,
            Themes = themes,
            Assessors = assessors,
            ReportedBy = reportedBy,
            Scale = scale ?? "",
            Level = level ?? "",
            IsGraded = isGraded,
            IsMappedByHeed = isMapped,
            OriginalScale = originalScale,
            OriginalGrade = originalGrade,
            AlternativeLevel = Level(binding, scale, "alternative_level", required: false),
            AlternativeWhy = fields.Text("alternative_why"),
            LawLevel = Level(binding, scale, "law", required: false),
            PracticeLevel = Level(binding, scale, "practice", required: false),
            IsBaseline = fields.OneOf("role", true, ("assessment", false), ("baseline", true)),
            Subject = fields.Has("about")
                ? fields.OneOf("about", false, ("adopted-law", EvaluationSubject.AdoptedLaw), ("draft-law", EvaluationSubject.DraftLaw), ("bill", EvaluationSubject.Bill))
                : EvaluationSubject.NotSaid,
            EvidenceDate = binding.PastPeriod(fields, "evidence_date", required: true, wholly: true) ?? Period.Unknown,
            ReviewDue = Binding.Date(fields, "review_due"),
            History = History(binding, scale),
            Confidence = Binding.Confidence(fields),
            Sources = binding.Citations(fields),
            Note = fields.Text("note"),
        });
    }

    private static ImmutableArray<EarlierState> History(Binding binding, string? scale)
    {
        var states = ImmutableArray.CreateBuilder<EarlierState>();
        foreach (var item in binding.Fields.Maps("history", "an earlier state"))
        {
            var until = binding.PastDate(item, "until", required: true);
            if (until is { Day: 0 })
            {
                item.Log.Report(Catalogue.WrongDate, item.PlaceOf("until"), $"until \"{until}\" is no whole day", "Write the day on which the page was changed, such as \"2025-05-03\".");
                until = null;
            }

            var stood = ScaleKey(binding, item, "scale", required: false) ?? scale;
            var state = new EarlierState(until ?? PartialDate.Unknown, item.Place)
            {
                Since = binding.PastDate(item, "since"),
                Scale = stood ?? "",
                Level = Level(binding, item, stood, "level", required: true) ?? "",
                LawLevel = Level(binding, item, stood, "law", required: false),
                PracticeLevel = Level(binding, item, stood, "practice", required: false),
                Basis = item.Text("basis"),
                Why = item.RequiredText("why"),
                Sources = binding.Citations(item, required: false),
            };
            item.Done();
            if (until is null)
            {
                continue;
            }

            if (states.Any(other => other.Id == state.Id))
            {
                item.Log.Report(Catalogue.DuplicateId, state.Place, $"the history has two states until {until}", "Keep the one that the page said at the end of the day before.");
                continue;
            }

            states.Add(state);
        }

        return [.. states.OrderByDescending(state => state.Until)];
    }

    private static string? ScaleKey(Binding binding, string key, bool required) => ScaleKey(binding, binding.Fields, key, required);

    private static string? ScaleKey(Binding binding, Fields fields, string key, bool required)
    {
        var text = required ? fields.RequiredText(key) : fields.Text(key);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (binding.Vocabulary.Scales.ContainsKey(text))
        {
            return text;
        }

        if (!binding.Vocabulary.Has("scales"))
        {
            return null;
        }

        binding.Log.Report(Catalogue.UnknownTerm, fields.PlaceOf(key), $"unknown scale \"{text}\" in {key}", new Guess(text, binding.Vocabulary.Scales.Keys), binding.Vocabulary.Scales.Values.FirstOrDefault(known => known.Label.Says(text)) is { } called
                ? $"Write {called.Key}: pages name a scale by its key."
                : "Correct the word, or describe the scale in content/vocabulary/scales.yml.");
        return null;
    }

    private static string? Level(Binding binding, string? scale, string key, bool required) => Level(binding, binding.Fields, scale, key, required);

    private static string? Level(Binding binding, Fields fields, string? scale, string key, bool required)
    {
        var text = required ? fields.RequiredText(key) : fields.Text(key);
        if (string.IsNullOrEmpty(text) || scale is null)
        {
            return text;
        }

        var levels = binding.Vocabulary.Scales[scale].Levels;
        if (levels.Any(level => level.Key == text))
        {
            return text;
        }

        var keys = levels.Select(level => level.Key).ToArray();
        binding.Log.Report(Catalogue.UnknownTerm, fields.PlaceOf(key), $"unknown level \"{text}\" in {key}", new Guess(text, keys), levels.FirstOrDefault(level => level.Label.Says(text)) is { } called
                ? $"Write {called.Key}: pages name a level by its key."
                : $"Write a level of the scale {scale}: {string.Join(", ", keys)}.");
        return null;
    }
}
