using Heed.Diagnostics;
using Heed.Yaml;

namespace Heed.Tests.Yaml;

public sealed class FieldsTests
{
    private readonly DiagnosticLog log = new();

    [Fact]
    public void A_key_that_nobody_asked_for_is_reported_with_the_nearest_that_exists()
    {
        var fields = Read("titel: About\n");
        fields.Text("title");
        fields.Done();

        Assert.Equal("a page has no key \"titel\"; did you mean \"title\"?", Assert.Single(log.Sorted()).Message);
    }

    [Fact]
    public void A_required_key_that_is_empty_is_reported_at_the_key()
    {
        Read("a: 1\ntitle:\n").RequiredText("title");

        var told = Assert.Single(log.Sorted());
        Assert.Equal("missing-key", told.Rule.Id);
        Assert.Equal(new Place("a.md", 2, 1), told.Place);
    }

    [Fact]
    public void A_list_that_is_empty_does_not_fulfil_a_requirement()
    {
        Read("themes: []\n").Texts("themes", required: true);
        Read("sources: []\n").Maps("sources", "a source", required: true);

        Assert.Equal(["missing-key", "missing-key"], log.Sorted().Select(told => told.Rule.Id));
    }

    [Fact]
    public void A_wrong_type_is_told_once_and_not_as_missing_too()
    {
        var fields = Read("themes: word\nsources:\n  ref: report\ntitle: [a]\n");
        fields.Texts("themes", required: true);
        fields.Maps("sources", "a source", required: true);
        fields.RequiredText("title");

        Assert.Equal(["wrong-type", "wrong-type", "wrong-type"], log.Sorted().Select(told => told.Rule.Id));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("True")]
    [InlineData("1")]
    public void A_flag_is_true_or_false_and_nothing_else(string written)
    {
        Read($"priority: {written}\n").Flag("priority");

        Assert.Equal("wrong-value", Assert.Single(log.Sorted()).Rule.Id);
    }

    [Fact]
    public void A_flag_that_is_not_written_is_false() => Assert.False(Read("a: 1\n").Flag("priority"));

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("٣")]
    public void A_number_has_digits_only(string written)
    {
        Assert.Null(Read($"cycle: \"{written}\"\n").Number("cycle"));
        Assert.Equal("wrong-value", Assert.Single(log.Sorted()).Rule.Id);
    }

    private Fields Read(string yaml) => new(YamlReader.ReadMap("a.md", yaml, 0, log)!, "a page", log);
}
