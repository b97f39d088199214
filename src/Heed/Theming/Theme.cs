using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Text;

namespace Heed.Theming;

/// <summary>What visitors see around the content: templates, words and files such as the style sheet.</summary>
public sealed class Theme
{
    private readonly SourceTree files;
    private readonly Templates templates;
    private readonly ImmutableSortedDictionary<string, Labels> labels;
    private readonly AssetFiles assets;

    internal Theme(SourceTree files, Templates templates, ImmutableSortedDictionary<string, Labels> labels, AssetFiles assets)
    {
        this.files = files;
        this.templates = templates;
        this.labels = labels;
        this.assets = assets;
    }

    /// <summary>The names of the templates, in ordinal order.</summary>
    public IEnumerable<string> TemplateNames => templates.Names;

    /// <summary>The files that go to the site as they are, under <c>assets/</c>, in ordinal order.</summary>
    public ImmutableArray<SiteFile> Assets => assets.Files;

    /// <summary>The words in a language of the settings.</summary>
    public Labels LabelsIn(string language) => labels[language];

    /// <summary>Where an asset stands on the site: <c>assets/heed.css</c> is <c>assets/heed.1a2b3c4d.css</c>. Null when the theme has no such file.</summary>
    public string? AssetPath(string name) => assets.PathOf(name);

    /// <summary>The text of an asset as it stands on the site, by its name in the theme (<c>assets/heed.css</c>); null when there is none.</summary>
    public string? AssetText(string name) => AssetPath(name) is { } path ? assets.Files.First(file => file.Path == path).Text : null;

    /// <summary>The text of a theme file by its path (<c>theme/assets/search/lunr.js</c>), or null.</summary>
    public string? Text(string path) => files.Find(path)?.Text;

    /// <summary>The HTML of a view, by the template that its type names. What goes wrong is reported, and nothing is the result.</summary>
    public Html Fill(object view, Labels labels, DiagnosticLog log) => templates.Fill(view, labels, log);
}
