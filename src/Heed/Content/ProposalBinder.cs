using System.Collections.Immutable;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Front matter to <see cref="Proposal"/>.</summary>
internal static class ProposalBinder
{
    public static Proposal Bind(Binding binding)
    {
        var fields = binding.Fields;
        return binding.Complete(new Proposal
        {
            Id = binding.Page.Id,
            Place = binding.Place,
            Title = fields.RequiredText("title"),
            ProposedBy = binding.Key(fields, "proposed_by", binding.Vocabulary.Assessors, "assessor", required: true) ?? "",
            Review = Binding.Review(fields, required: true) ?? new Reference(default, binding.Place),
            Date = binding.PastDate(fields, "date", required: true) ?? PartialDate.Unknown,
            Became = Became(fields),
            Themes = binding.Themes(fields),
            Confidence = Binding.Confidence(fields),
            Sources = binding.Citations(fields),
            Note = fields.Text("note"),
        });
    }

    private static Answer<ImmutableArray<Reference>> Became(Fields fields)
    {
        var answer = Binding.AnswerList(fields, "became", required: true);
        if (!answer.IsKnown)
        {
            return answer.IsNone ? Answer<ImmutableArray<Reference>>.None : Answer<ImmutableArray<Reference>>.Unknown;
        }

        return Answer<ImmutableArray<Reference>>.Of(Binding.References(fields, "became"));
    }
}
