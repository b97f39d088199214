using Heed.Tests.Support;

namespace Heed.Tests.Validation;

public sealed class PriorityCoverageTests
{
    [Fact]
    public void Without_priority_recommendations_nothing_is_told() => Assert.Empty(Judged.By("coverage"));

    [Fact]
    public void What_has_neither_evaluation_nor_decision_is_named() => Assert.Equal(
        ["of 3 priority recommendations 2 have an evaluation, by name or through a theme, 1 have a decision, and 1 have neither: upr-3/1.3"],
        Judged.By(
            "coverage",
            Judged.Received("3"),
            SmallSite.Evaluation("of-pickets", "themes: [pickets]"),
            Judged.With("content/vocabulary/themes.yml", "pickets:", "other:\n  label: {en: \"Other\"}\npickets:"),
            Judged.With("content/recommendations/upr-3/1.1.md", "priority: false", "priority: true"),
            Priority("upr-3/1.2", "pickets"),
            Priority("upr-3/1.3", "other"),
            SmallSite.Recommendation("upr-2/1.1")));

    [Fact]
    public void Where_each_has_something_none_is_named() => Assert.Equal(
        ["of 1 priority recommendations 1 have an evaluation, by name or through a theme, 1 have a decision, and 0 have neither"],
        Judged.By("coverage", Judged.With("content/recommendations/upr-3/1.1.md", "priority: false", "priority: true")));

    private static (string Path, string Text) Priority(string id, string theme)
    {
        var (path, text) = SmallSite.Recommendation(id, theme);
        return (path, text.Replace("priority: false", "priority: true", StringComparison.Ordinal));
    }
}
