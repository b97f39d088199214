using Heed.Diagnostics;
using Heed.Files;
using Heed.Proof;
using Heed.Yaml;

namespace Heed.Configuration;

/// <summary>Reads <c>site.config.yml</c>.</summary>
public static class SiteConfigReader
{
    /// <summary>The settings file.</summary>
    public const string Path = "site.config.yml";

    /// <summary>The settings; the defaults when the file is missing, which is reported.</summary>
    /// <param name="sources">The knowledge base's files.</param>
    /// <param name="baseUrl">Overrides <c>base_url</c>, as <see cref="BaseAddress"/> writes it; null leaves it.</param>
    /// <param name="log">Told what is wrong.</param>
    public static SiteConfig Read(SourceTree sources, string? baseUrl, DiagnosticLog log)
    {
        if (sources.Find(Path) is not { } file)
        {
            log.Report(Catalogue.MissingSettings, new Place(Path), "there is no site.config.yml", "Run heed in the folder of a knowledge base, name it with --source, or make a new one with `heed new site DIR`.");
            return new SiteConfig();
        }

        if (YamlReader.ReadMap(file, log) is not { } map)
        {
            return new SiteConfig();
        }

        Placeholders.Judge(map, log);
        var fields = new Fields(map, "the settings", log);
        var languages = fields.Texts("languages", required: true);
        var config = new SiteConfig
        {
            Title = LocalizedTextReader.Read(fields, "title", required: true),
            Description = LocalizedTextReader.Read(fields, "description"),
            Languages = [.. languages.Select(language => language.Text).Distinct(StringComparer.Ordinal)],
            DefaultLanguage = fields.Text("default_language") ?? languages.Select(language => language.Text).FirstOrDefault("en"),
            BaseUrl = Address(fields, "base_url", baseUrl),
            Country = fields.RequiredText("country"),
            DefaultScale = fields.Text("default_scale") ?? "heed-six",
            ReviewAfterMonths = Months(fields),
            Licence = fields.Text("licence") ?? "",
            LicenceUrl = fields.Text("licence_url") ?? "",
            Contact = fields.Text("contact") ?? "",
            Repository = fields.Text("repository") ?? "",
            PrivacyPage = fields.Text("privacy_page") ?? "",
            SigningKey = Key(fields),
            WeightBudget = Budget(fields),
        };
        fields.Done();

        foreach (var (language, place) in languages)
        {
            if (!IsLanguage(language))
            {
                log.Report(Catalogue.WrongValue, place, PortableName.Refusal(language) is { } refusal ? $"\"{language}\" cannot be the folder of a language: {refusal}" : $"\"{language}\" is not a language code", "Write a code such as en, ru or kk.");
            }
        }

        if (!config.Languages.IsEmpty && !config.Languages.Contains(config.DefaultLanguage))
        {
            log.Report(Catalogue.WrongValue, fields.PlaceOf("default_language"), $"default_language \"{config.DefaultLanguage}\" is not among the languages", $"Write one of: {string.Join(", ", config.Languages)}.");
        }

        // The default language comes first, as the other languages stand below it.
        return config with
        {
            Languages = [config.DefaultLanguage, .. config.Languages.Where(language => language != config.DefaultLanguage && IsLanguage(language))],
        };
    }

    private static int? Months(Fields fields)
    {
        const string Key = "review_after_months";
        if (fields.Number(Key) is not { } months)
        {
            return null;
        }

        if (months is > 0 and <= 1200)
        {
            return months;
        }

        fields.Log.Report(Catalogue.WrongValue, fields.PlaceOf(Key), $"{Key} is {months}, and evidence is fresh for 1 to 1200 months", "Correct the number, or remove the line: then only dates that pages set themselves count.");
        return null;
    }

    private static WeightBudget Budget(Fields fields)
    {
        if (fields.Map("weight_budget", "the weight budget") is not { } budget)
        {
            return WeightBudget.Default;
        }

        var read = new WeightBudget(
            budget.Number("home") ?? WeightBudget.Default.Home,
            budget.Number("entry") ?? WeightBudget.Default.Entry,
            budget.Number("other") ?? WeightBudget.Default.Other,
            budget.Number("search"));
        budget.Done();
        return read;
    }

    private static SigningKey? Key(Fields fields)
    {
        if (fields.Text("signing_key") is not { Length: > 0 } written)
        {
            return null;
        }

        if (!SigningKey.TryParse(written, out var key, out var problem))
        {
            fields.Log.Report(
                Catalogue.WrongValue,
                fields.PlaceOf("signing_key"),
                $"signing_key {problem}",
                "Write the line of the public key: the one in a file such as id_ed25519.pub, `ssh-ed25519 AAAA… name`, or minisign's, `RW…`. A secret key that was written here is to be replaced by a new one.");
        }

        return key;
    }

    /// <summary>A language is also the name of a folder of the site.</summary>
    private static bool IsLanguage(string text) => PortableName.Refusal(text) is null && text.Length is 2 or 3 && text.All(char.IsAsciiLetterLower);

    private static string Address(Fields fields, string key, string? baseUrl)
    {
        // What the settings say is judged even when it is overridden: a preview overrides it always.
        var written = fields.RequiredText(key);
        if (!BaseAddress.TryRead(written, out var address, out var problem) && written.Length > 0)
        {
            fields.Log.Report(Catalogue.WrongValue, fields.PlaceOf(key), $"base_url \"{written}\" {problem}", "Write the address where the site will stand, such as https://name.github.io/repository/.");
        }

        return baseUrl ?? (address.Length > 0 ? address : new SiteConfig().BaseUrl);
    }
}
