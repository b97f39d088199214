using Heed.Building;
using Heed.Diagnostics;
using Heed.Tests.Support;

namespace Heed.Tests.Content;

/// <summary>A message about a word says which word is wanted, where that can be known.</summary>
public sealed class CuresTests
{
    private const string Recommendation = "content/recommendations/upr-3/1.1.md";
    private const string Evaluation = "content/evaluations/watchers.md";
    private const string Decision = "content/decisions/ccpr/ccpr-1-2020.md";

    [Theory]
    [InlineData("accepted", "supported")]
    [InlineData("Accepted", "supported")]
    [InlineData("Supported", "supported")]
    [InlineData("enjoys the support", "supported")]
    [InlineData("принята", "supported")]
    [InlineData("поддержана", "supported")]
    [InlineData("қолдау тапқан", "supported")]
    [InlineData("қабылданды", "supported")]
    [InlineData("rejected", "noted")]
    [InlineData("not supported", "noted")]
    [InlineData("took note", "noted")]
    [InlineData("отклонена", "noted")]
    [InlineData("принята к сведению", "noted")]
    [InlineData("назарға алынған", "noted")]
    [InlineData("қабылданбады", "noted")]
    [InlineData("неизвестно", "unknown")]
    public void The_UN_s_word_is_told_for_an_answer(string written, string word) =>
        Assert.Equal($"Write {word}: that is the word here for \"{written}\".", Cure(Recommendation, "position: noted", $"position: {written}"));

    [Theory]
    [InlineData(Recommendation, "priority: false", "priority: no", "Write false: ")]
    [InlineData(Recommendation, "priority: false", "priority: да", "Write true: ")]
    [InlineData(Recommendation, "priority: false", "priority: Yes", "Write true: ")]
    [InlineData(Recommendation, "priority: false", "priority: False", "Write false: ")]
    [InlineData(Recommendation, "wording: paraphrase", "wording: verbatim", "Write official: ")]
    [InlineData(Recommendation, "by: state", "by: ngo", "Write third-party: ")]
    [InlineData(Recommendation, "confidence: high", "confidence: высокая", "Write high: ")]
    [InlineData(Evaluation, "role: assessment", "role: исходное положение", "Write baseline: ")]
    public void So_is_that_of_every_closed_choice(string path, string right, string wrong, string cure) => Assert.StartsWith(cure, Cure(path, right, wrong), StringComparison.Ordinal);

    [Theory]
    [InlineData(Recommendation, "recommending_states: [BBB]", "recommending_states: [{0}]", "states", "BBB")]
    [InlineData(Recommendation, "themes: [assembly]", "themes: [{0}]", "themes", "assembly")]
    [InlineData(Evaluation, "assessors: [watchers]", "assessors: [{0}]", "assessors", "watchers")]
    [InlineData(Decision, "body: ccpr", "body: {0}", "bodies", "ccpr")]
    [InlineData(Decision, "form: views", "form: {0}", "forms", "views")]
    [InlineData(Decision, "outcome: violation", "outcome: {0}", "outcomes", "violation")]
    public void A_label_alias_or_printed_name_leads_to_its_key(string path, string right, string wrong, string list, string key)
    {
        var file = $"content/vocabulary/{list}.yml";
        var vocabulary = SmallSite.Sources().Find(file)!.Text;
        var kind = list is "assessors" ? "\n  kind: ingo" : list is "bodies" ? "\n  kind: treaty-body" : "";
        var own = string.Join('\n', vocabulary.Split('\n').TakeWhile(line => !line.StartsWith(key + ":", StringComparison.Ordinal)));
        var rest = vocabulary.Split('\n').SkipWhile(line => !line.StartsWith(key + ":", StringComparison.Ordinal)).Skip(1).SkipWhile(line => line.StartsWith(' '));
        var words = $"{own}\n{key}:\n  label: {{en: Own Label, ru: Своё название, kk: Өз атауы}}\n  aliases: [other words]\n  printed: [As Printed]{kind}\n{string.Join('\n', rest)}";
        foreach (var name in (string[])["Own Label", "own label", "Своё название", "Өз атауы", "other words", "As Printed"])
        {
            Assert.StartsWith($"Write {key}: ", Cure(path, right, string.Format(System.Globalization.CultureInfo.InvariantCulture, wrong, name), (file, words)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_State_that_no_list_has_is_told_by_its_code()
    {
        Assert.Equal("Write DEU, and add DEU with its label to content/vocabulary/states.yml.", Cure(Recommendation, "[BBB]", "[Germany]"));
        Assert.Equal("Write DEU, and add DEU with its label to content/vocabulary/states.yml.", Cure(Recommendation, "[BBB]", "[DE]"));
    }

    [Fact]
    public void Scales_levels_sources_and_settings_are_told_by_their_keys_too()
    {
        var scale = SmallSite.Read().Knowledge.Vocabulary.Scales["two-levels"];

        Assert.StartsWith("Write two-levels", Cure(Evaluation, "scale: two-levels", $"scale: {scale.Label.In("en")}"), StringComparison.Ordinal);
        Assert.StartsWith("Write not-implemented", Cure(Evaluation, "level: not-implemented", $"level: {scale.Find("not-implemented")!.Label.In("en")}"), StringComparison.Ordinal);
        Assert.StartsWith("Write report", Cure(Evaluation, "ref: report", $"ref: \"{SmallSite.Read().Knowledge.Vocabulary.Sources["report"].Title}\""), StringComparison.Ordinal);

        var label = SmallSite.Read().Knowledge.Vocabulary.States.Find("AAA")!.Label.In("en");
        var settings = SmallSite.Sources().Find("site.config.yml")!.Text.Replace("country: AAA", $"country: {label}", StringComparison.Ordinal);
        var told = SiteBuilder.Build(SmallSite.Sources(("site.config.yml", settings)), new BuildOptions()).Diagnostics;
        Assert.StartsWith("Write AAA", Assert.Single(told, diagnostic => diagnostic.Rule == Catalogue.UnknownTerm).Cure, StringComparison.Ordinal);
    }

    private static string Cure(string path, string right, string wrong, params (string Path, string Text)[] more)
    {
        var text = SmallSite.Sources().Find(path)!.Text;
        Assert.Contains(right, text, StringComparison.Ordinal);
        var (_, log) = SmallSite.Read([(path, text.Replace(right, wrong, StringComparison.Ordinal)), .. more]);
        return Assert.Single(log.Sorted(), told => told.Place.Path == path).Cure;
    }
}
