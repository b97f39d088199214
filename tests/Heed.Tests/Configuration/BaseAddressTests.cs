using Heed.Configuration;

namespace Heed.Tests.Configuration;

public sealed class BaseAddressTests
{
    [Theory]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("https://example.org/site", "https://example.org/site/")]
    [InlineData("HTTPS://Example.ORG/Site/", "https://example.org/Site/")]
    [InlineData("https://example.org/my%20site/", "https://example.org/my%20site/")]
    [InlineData("https://example.org/my site", "https://example.org/my%20site/")]
    [InlineData("https://example.org:8443/a/", "https://example.org:8443/a/")]
    [InlineData("https://example.org:443/", "https://example.org/")]
    [InlineData("https://example.org//a///b//", "https://example.org/a/b/")]
    [InlineData("https://example.org/a/../b/./", "https://example.org/b/")]
    [InlineData("https://пример.рф/путь/", "https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C/")]
    [InlineData("https://құқық.қаз/", "https://xn--01a3nab1i.xn--80ao21a/")]
    [InlineData("https://хор.рф/", "https://xn--n1aen.xn--p1ai/")]
    [InlineData("https://пример.example.org/", "https://xn--e1afmkfd.example.org/")]
    [InlineData("http://127.0.0.1:4000/", "http://127.0.0.1:4000/")]
    [InlineData("http://[::1]:4000/a", "http://[::1]:4000/a/")]
    [InlineData("https://example.org/a'b\"c<d>/", "https://example.org/a'b%22c%3Cd%3E/")]
    [InlineData("https://example.org/100%/", "https://example.org/100%25/")]
    [InlineData("https://example.org/a%2Fb/", "https://example.org/a%2Fb/")]
    public void An_address_has_one_form_in_which_links_are_made_of_it(string written, string address)
    {
        Assert.True(BaseAddress.TryRead(written, out var read, out var problem), problem);
        Assert.Equal(address, read);

        Assert.True(BaseAddress.TryRead(read, out var again, out _));
        Assert.Equal(read, again);
    }

    [Theory]
    [InlineData("", "is not a web address")]
    [InlineData("example.org/site", "is not a web address")]
    [InlineData("/site/", "is not a web address")]
    [InlineData("ftp://example.org/", "is not a web address")]
    [InlineData("file:///srv/site/", "is not a web address")]
    [InlineData("https://", "is not a web address")]
    [InlineData("https:///site", "is not a web address")]
    [InlineData("https://exa mple.org/", "is not a web address")]
    [InlineData("https://example.org:port/", "is not a web address")]
    [InlineData("javascript:alert(1)", "is not a web address")]
    [InlineData("https://exa\u00ADmple.org/", "has a character that only looks right")]
    [InlineData("https://ex\u0430mple.org/", "has a character that only looks right")]
    [InlineData("https://name:word@example.org/", "has a name or a password in it")]
    [InlineData("https://name@example.org/", "has a name or a password in it")]
    [InlineData("https://example.org/?a=b", "has a part after ?")]
    [InlineData("https://example.org/?", "has a part after ?")]
    [InlineData("https://example.org/#a", "has a part after #")]
    [InlineData("https://example.org/#", "has a part after #")]
    public void What_no_site_can_stand_below_is_refused_with_the_reason(string written, string why)
    {
        Assert.False(BaseAddress.TryRead(written, out _, out var problem));
        Assert.StartsWith(why, problem, StringComparison.Ordinal);
    }
}
