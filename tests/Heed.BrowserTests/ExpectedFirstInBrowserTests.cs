using Heed.Tests.Search;
using Heed.Tests.Support;

namespace Heed.BrowserTests;

/// <summary>The table of <c>tests/search/expected-first.yml</c>, asked in Chromium: what a terminal finds is what a reader finds.</summary>
public sealed class ExpectedFirstInBrowserTests(BuiltSite site)
{
    /// <summary>Puts the words behind the # and waits for the answer; gives the addresses of the first results, and the words that tell how many there are.</summary>
    private const string Ask =
        """
        async ([words, shown]) => {
          const box = document.querySelector("[data-heed-search]");
          location.hash = "#q=" + encodeURIComponent(words);
          for (let wait = 0; wait < 400; wait++) {
            await new Promise((done) => setTimeout(done, 25));
            if (box.querySelector("input[type=search]").value === words && !box.hasAttribute("aria-busy")) break;
          }
          const count = box.querySelector(".search-count");
          return [count === null ? "" : count.textContent].concat(Array.from(box.querySelectorAll(".search-title"), (link) => link.href).slice(0, shown));
        }
        """;

    [Fact]
    public Task Over_HTTP_below_a_path_the_table_holds() => Holds(site.Address);

    [Fact]
    public Task From_a_folder_the_table_holds() => Holds(site.FileAddress);

    private async Task Holds(string address)
    {
        var page = await site.NewPage();
        var different = new List<string>();
        foreach (var ofLanguage in ExpectedFirst.Read(Repository.Root).GroupBy(question => question.Language))
        {
            await page.GotoAsync($"{address}{(ofLanguage.Key == "en" ? "" : ofLanguage.Key + "/")}search.html");
            foreach (var question in ofLanguage)
            {
                var answer = await page.EvaluateAsync<string[]>(Ask, new object[] { question.Words, ExpectedFirst.Shown });
                var found = answer.Skip(1).Select(link => Uri.UnescapeDataString(link[address.Length..]).Split('#')[0]).ToArray();
                if (!found.SequenceEqual(question.First))
                {
                    different.Add($"{question.Language} {question.Words}: {answer[0]} {string.Join(' ', found)}; expected {string.Join(' ', question.First)}");
                }
            }
        }

        Assert.Equal([], different);
    }
}
