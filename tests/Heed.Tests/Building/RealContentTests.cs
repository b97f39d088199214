using Heed.Building;
using Heed.Diagnostics;
using Heed.Linking;
using Heed.Model;
using Heed.Tests.Support;

namespace Heed.Tests.Building;

/// <summary>The repository's own content holds what it says it holds.</summary>
public sealed class RealContentTests
{
    private static readonly Lazy<(KnowledgeBase Knowledge, DiagnosticLog Log)> Real = new(() =>
    {
        var log = new DiagnosticLog();
        return (SiteBuilder.Read(Repository.Sources(Repository.Root), new BuildOptions(), log), log);
    });

    private static KnowledgeBase Knowledge => Real.Value.Knowledge;

    [Fact]
    public void It_is_read_and_linked_without_an_error() =>
        Assert.Empty(Real.Value.Log.Sorted().Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.ToString()));

    [Fact]
    public void Every_record_of_the_facts_has_its_page()
    {
        Assert.Equal(318, Knowledge.Recommendations.Length);
        Assert.Equal(4, Knowledge.Reviews.Length);
        Assert.Equal(90, Knowledge.Decisions.Length);
        Assert.Equal(40, Knowledge.Evaluations.Length);
        Assert.Equal(22, Knowledge.Findings.Length);
        Assert.Equal(103, Knowledge.Findings.Sum(finding => finding.Statements.Length));
        Assert.Equal(9, Knowledge.Findings.Sum(finding => finding.Conflicts.Length));
        Assert.Equal(12, Knowledge.Reviews.Sum(review => review.Undertakings.Length));
        Assert.Equal(180, Knowledge.Recommendations.Count(recommendation => recommendation.IsPriority));
    }

    [Theory]
    [InlineData("reviews/upr-3", 24, 13)]
    [InlineData("reviews/upr-4", 6, 10)]
    [InlineData("reviews/upr-2", 194, 0)]
    [InlineData("reviews/upr-1", 71, 0)]
    public void Groups_are_told_apart_from_single_recommendations(string review, int alone, int groups)
    {
        var all = Knowledge.RecommendationsOf((Review)Knowledge.Find(EntryId.Parse(review))!);

        Assert.Equal(alone, all.Count(recommendation => !recommendation.Describes.IsGroup));
        Assert.Equal(groups, all.Count(recommendation => recommendation.Describes.IsGroup));
    }

    [Fact]
    public void No_paraphrase_claims_to_be_official() =>
        Assert.All(Knowledge.Recommendations, recommendation => Assert.False(recommendation.IsOfficialWording), throwIfEmpty: true);
}
