using System.Text.RegularExpressions;

namespace Heed.Tests.Rendering;

/// <summary>Links hold on a mirror, under any sub-path and from a stick.</summary>
public sealed partial class LinksTests
{
    [Fact]
    public void Inside_the_site_every_link_is_relative_and_keeps_the_language()
    {
        var site = SmallSite.Render();
        var html = site.Html("ru/recommendations/upr-3/139.114.html");

        Assert.Contains("href=\"../../reviews/upr-3.html\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"../../../recommendations/upr-3/139.114.html\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"../../lists/states/cze.html\"", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(RootRelative(), html);
    }

    [GeneratedRegex("(href|src)=\"/")]
    private static partial Regex RootRelative();
}
