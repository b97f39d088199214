using System.Collections.Immutable;
using Heed.Search;
using Heed.Tests.Exporting;
using Heed.Tests.Support;

namespace Heed.Tests.Search;

/// <summary>What comes first, by <c>tests/search/expected-first.yml</c>, asked here in Jint; the browser tests ask the same table.</summary>
[Trait("tier", "slow")]
public sealed class ExpectedFirstTests
{
    private static readonly Lazy<SearchEngine> Engine = new(() => SearchEngine.Open(path => Published.Real.Site.Find(path)?.Text));

    [Fact]
    public void Every_question_of_the_table_is_answered_as_it_says()
    {
        var questions = ExpectedFirst.Read(Repository.Root);
        Assert.True(questions.Length >= 60, "the table has too few questions");

        var answered = questions.Select(Answered).ToImmutableArray();

        if (Environment.GetEnvironmentVariable("HEED_ACCEPT") == "1")
        {
            ExpectedFirst.Write(Repository.Root, answered);
        }

        Assert.Equal(questions.Select(ExpectedFirst.Written), answered.Select(ExpectedFirst.Written));
    }

    private static ExpectedFirst Answered(ExpectedFirst question)
    {
        var answer = Engine.Value.Ask(question.Words, question.Language, 0, ExpectedFirst.Shown, withExcerpts: false);
        return question with { First = [.. answer.Hits.Select(hit => hit.Address)] };
    }
}
