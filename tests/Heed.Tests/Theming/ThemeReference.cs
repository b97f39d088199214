using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Heed.Text;
using Heed.Theming;

namespace Heed.Tests.Theming;

/// <summary>Writes <c>theme/README.md</c> from the view records: every variable that a template may use, with its sentence.</summary>
internal static partial class ThemeReference
{
    private const string Introduction = """
        # The theme

        What visitors see: templates, words, style sheets and scripts. The whole default theme is carried by the program. A file of the
        same name in the `theme/` folder of a knowledge base wins; of `translations/<language>.yml` it needs to hold only the labels
        that it words otherwise.

        | folder | what is there |
        | --- | --- |
        | `templates/` | one template for each record below, `*.sbn-html` |
        | `translations/` | every word that a visitor reads and that is not content, one file for each language |
        | `assets/css/` | style sheets; joined in the order of their names to `assets/heed.css` |
        | `export/` | the style sheets of what `heed export` writes: `book.css` of an EPUB, `briefing.css` beside the site's own |
        | `assets/` | scripts and other files. Style sheets and scripts get a part of their hash into their name |

        ## What a template may do

        Templates are written in [Scriban](https://github.com/scriban/scriban). They loop, choose what to show and ask for words; they
        decide nothing, and they can reach nothing but the members of their own record, which are listed below, and two functions:

        - `label "key" value …` gives the words of a label in the language of the page, with the values in the places `{0}`, `{1}`. Where
          the first value is a whole number, it chooses the plural.
        - `part thing` shows a record by the template of its type, a list of records one after the other, HTML as it is, and nothing for
          nothing.

        Text is escaped when it is written; only HTML that Heed itself has made passes. Nothing, empty text and an empty list count as no
        in `if`. A name that does not exist is an error with its place. Pages have no script or style inside them: the browser is told to
        refuse both.

        *This page is generated from the view records in `src/Heed`. After changing one, run the tests with `HEED_ACCEPT=1`.*


        """;

    public static string Write()
    {
        var documents = Documentation.Read();
        var views = typeof(TemplateAttribute).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<TemplateAttribute>() is not null)
            .OrderBy(type => type.GetCustomAttribute<TemplateAttribute>()!.Name.StartsWith("parts/", StringComparison.Ordinal))
            .ThenBy(type => type.GetCustomAttribute<TemplateAttribute>()!.Name, StringComparer.Ordinal)
            .ToList();
        var others = views.SelectMany(Mentioned).Where(type => !views.Contains(type)).ToHashSet();
        for (var more = true; more;)
        {
            more = others.ToList().SelectMany(Mentioned).Where(type => !views.Contains(type)).ToList().Aggregate(false, (any, type) => others.Add(type) || any);
        }

        var text = new StringBuilder(Introduction);
        text.Append("## Templates\n\n");
        foreach (var view in views)
        {
            Describe(text, $"`{view.GetCustomAttribute<TemplateAttribute>()!.Name}.sbn-html`", view, documents);
        }

        text.Append("## Records without a template of their own\n\n");
        foreach (var other in others.OrderBy(NameOf, StringComparer.Ordinal))
        {
            Describe(text, NameOf(other), other, documents);
        }

        return text.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    /// <summary>Members that the reference has no sentence for.</summary>
    public static IEnumerable<string> Undocumented() => Regex.Matches(Write(), @"^\| `(?<name>[a-z_]+)` \|[^|]*\|  \|$", RegexOptions.Multiline).Select(match => match.Value);

    private static void Describe(StringBuilder text, string heading, Type view, Documentation documents)
    {
        text.Append("### ").Append(heading).Append("\n\n").Append(documents.Summary(view)).Append("\n\n| name | kind | what it is |\n| --- | --- | --- |\n");
        foreach (var property in Members(view))
        {
            text.Append(string.Join(" | ", $"| `{ViewMembers.SnakeCase(property.Name)}`", KindOf(property), documents.Sentence(property))).Append(" |\n");
        }

        text.Append('\n');
    }

    private static IEnumerable<PropertyInfo> Members(Type view) =>
        view.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name != "EqualityContract");

    private static IEnumerable<Type> Mentioned(Type view) => Members(view)
        .Select(property => Inner(property.PropertyType))
        .Where(type => type.Assembly == typeof(TemplateAttribute).Assembly && type != typeof(Html) && !type.IsEnum);

    private static Type Inner(Type type) => type.IsGenericType ? Inner(type.GetGenericArguments()[0]) : type;

    private static string KindOf(PropertyInfo property)
    {
        var isOptional = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        var words = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? $"list of {Word(Inner(property.PropertyType))}"
            : Word(Inner(property.PropertyType));
        return isOptional ? words + ", or nothing" : words;
    }

    private static string Word(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => "yes or no",
        _ when type == typeof(int) || type == typeof(long) => "number",
        _ when type == typeof(Html) => "HTML",
        _ when type == typeof(object) => "part",
        _ when type.GetCustomAttribute<TemplateAttribute>() is { } template => $"`{template.Name}`",
        _ => NameOf(type),
    };

    private static string NameOf(Type type) =>
        CapitalAfterLetter().Replace(type.Name.EndsWith("View", StringComparison.Ordinal) ? type.Name[..^4] : type.Name, " $0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex CapitalAfterLetter();

    /// <summary>The comments of the library.</summary>
    private sealed class Documentation(ImmutableDictionary<string, XElement> members)
    {
        public static Documentation Read()
        {
            var path = Path.ChangeExtension(typeof(TemplateAttribute).Assembly.Location, ".xml");
            return new Documentation(XDocument.Load(path).Descendants("member").ToImmutableDictionary(member => member.Attribute("name")!.Value, member => member));
        }

        public string Summary(Type type) => Words(members.GetValueOrDefault("T:" + type.FullName!.Replace('+', '.'))?.Element("summary"));

        public string Sentence(PropertyInfo property)
        {
            var type = property.DeclaringType!.FullName!.Replace('+', '.');
            var own = members.GetValueOrDefault($"P:{type}.{property.Name}")?.Element("summary");
            var parameter = members.GetValueOrDefault("T:" + type)?.Elements("param").FirstOrDefault(element => element.Attribute("name")!.Value == property.Name);
            return Words(own ?? parameter);
        }

        private static string Words(XElement? element) => element is null ? "" : Blanks().Replace(
            string.Concat(element.Nodes().Select(node => node switch
            {
                XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")?.Value.Split('.')[^1]}`",
                XElement other => other.Value,
                _ => node.ToString().Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&"),
            })),
            " ").Trim().Replace("|", "\\|");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
