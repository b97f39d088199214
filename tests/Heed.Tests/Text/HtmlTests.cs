using System.Net;
using FsCheck;
using FsCheck.Xunit;
using Heed.Text;

namespace Heed.Tests.Text;

public sealed class HtmlTests
{
    [Property]
    public void Escaped_text_means_itself_and_holds_no_markup(NonNull<string> text)
    {
        var escaped = Html.Escape(text.Get);

        Assert.Equal(text.Get, WebUtility.HtmlDecode(escaped));
        Assert.Equal(-1, escaped.AsSpan().IndexOfAny("<>\"'"));
    }

    [Fact]
    public void All_five_characters_are_escaped() => Assert.Equal("&amp;&lt;&gt;&quot;&#39;", Html.Escape("&<>\"'"));

    [Fact]
    public void A_value_that_was_never_set_is_empty() => Assert.True(default(Html).IsEmpty && default(Html).ToString().Length == 0);
}
