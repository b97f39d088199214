using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Model;
using Heed.Rendering;
using Heed.Theming;

namespace Heed.Tests.Rendering;

/// <summary>Dates in words never gain or lose precision.</summary>
public sealed class DateWordsTests
{
    private static readonly Theme Theme = ThemeReader.Read(SourceTree.Of([]), new SiteConfig { Languages = ["en", "ru", "kk"] }, new DiagnosticLog());

    [Theory]
    [InlineData("2024-07-25", "25 July 2024", "25 июля 2024\u00a0г.", "2024\u00a0ж. 25 шілде")]
    [InlineData("2024-07", "July 2024", "июль 2024\u00a0г.", "2024\u00a0ж. шілде")]
    [InlineData("2024", "2024", "2024\u00a0г.", "2024\u00a0ж.")]
    [InlineData("circa 2015", "about 2015", "примерно 2015\u00a0г.", "шамамен 2015\u00a0ж.")]
    [InlineData("inferred 2020", "2020 (inferred)", "2020\u00a0г. (дата установлена косвенно)", "2020\u00a0ж. (жанама деректер бойынша)")]
    [InlineData("unknown", "date not known", "дата неизвестна", "күні белгісіз")]
    [InlineData("2019-11 to 2020-01", "November 2019 to January 2020", "ноябрь 2019\u00a0г. – январь 2020\u00a0г.", "2019\u00a0ж. қараша – 2020\u00a0ж. қаңтар")]
    [InlineData("since 2022", "since 2022", "начало: 2022\u00a0г.", "басталуы: 2022\u00a0ж.")]
    public void A_date_prints_at_its_own_precision(string written, string english, string russian, string kazakh)
    {
        Assert.True(Period.TryParseSpan(written, out var span));
        var period = new Period([span!]);

        Assert.Equal(english, new DateWords(Theme.LabelsIn("en")).Of(period));
        Assert.Equal(russian, new DateWords(Theme.LabelsIn("ru")).Of(period));
        Assert.Equal(kazakh, new DateWords(Theme.LabelsIn("kk")).Of(period));
    }

    [Theory]
    [InlineData("2024-07", "2024-07")]
    [InlineData("circa 2015", null)]
    [InlineData("unknown", null)]
    public void Programs_are_told_only_certain_dates(string written, string? machine)
    {
        Assert.True(PartialDate.TryParse(written, out var date));
        Assert.Equal(machine, DateWords.Machine(date));
    }
}
