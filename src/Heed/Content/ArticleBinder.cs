using Heed.Model;

namespace Heed.Content;

/// <summary>Front matter to <see cref="Article"/>.</summary>
internal static class ArticleBinder
{
    public static Article Bind(Binding binding)
    {
        var fields = binding.Fields;
        return binding.Complete(new Article
        {
            Id = binding.Page.Id,
            Place = binding.Place,
            Title = fields.RequiredText("title"),
            Summary = fields.RequiredText("summary"),
            IsHelp = fields.Flag("help"),
            Themes = binding.Themes(fields, required: false),
            Sources = binding.Citations(fields, required: false),
            Note = fields.Text("note"),
        });
    }
}
