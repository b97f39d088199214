using System.Collections;
using System.Collections.Frozen;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Heed.Theming;

/// <summary>The templates, each parsed once; they may be filled from several threads.</summary>
internal sealed class Templates
{
    /// <summary>Where templates are.</summary>
    public const string Folder = "theme/templates/";

    private const string Ending = ".sbn-html";

    private const int DeepestNesting = 16;

    private readonly FrozenDictionary<string, Template> byName;

    private Templates(FrozenDictionary<string, Template> byName) => this.byName = byName;

    /// <summary>The names, in ordinal order.</summary>
    public IEnumerable<string> Names => byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The name of a template by its path; null for another file.</summary>
    public static string? NameOf(string path) => path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(Ending, StringComparison.Ordinal) ? path[Folder.Length..^Ending.Length] : null;

    /// <summary>Parses all templates; what cannot be read is reported.</summary>
    public static Templates Read(SourceTree theme, DiagnosticLog log)
    {
        var templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var file in theme.Under(Folder))
        {
            if (NameOf(file.Path) is not { } name)
            {
                continue;
            }

            SourceCharacters.IsReadable(file, log);
            var template = Template.Parse(file.Text, file.Path);
            foreach (var message in template.Messages.Where(message => message.Type == ParserMessageType.Error))
            {
                Report(message.Span, message.Message, log);
            }

            if (!template.HasErrors)
            {
                templates[name] = template;
            }
        }

        return new Templates(templates.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Fills the template of the view's type. What goes wrong is reported, and nothing is the result.</summary>
    public Html Fill(object view, Labels labels, DiagnosticLog log) => Fill(view, labels, log, 0);

    private static void Report(SourceSpan span, string message, DiagnosticLog log) => log.Report(
        Catalogue.BrokenTemplate,
        new Place(span.FileName, span.Start.Line + 1, span.Start.Column + 1),
        message.TrimEnd('.'),
        "Mend the template; theme/README.md lists what each template may use.");

    private Html Fill(object view, Labels labels, DiagnosticLog log, int depth)
    {
        var name = ViewMembers.Of(view.GetType()).Template ?? throw new ArgumentException($"{view.GetType().Name} has no template.", nameof(view));
        if (!byName.TryGetValue(name, out var template))
        {
            // A template that is there and cannot be read was reported when it was read.
            return Html.Empty;
        }

        try
        {
            return new Html(template.Render(new SafeContext(view, Functions(labels, log, depth))));
        }
        catch (ScriptRuntimeException fault)
        {
            Report(fault.Span, fault.OriginalMessage, log);
            return Html.Empty;
        }
    }

    private ScriptObject Functions(Labels labels, DiagnosticLog log, int depth)
    {
        var functions = new ScriptObject();
        functions["label"] = new TemplateFunction(1, (span, values) => Say(labels, span, values, log));
        functions["part"] = new TemplateFunction(1, (span, values) => Part(values[0], span, labels, log, depth + 1));
        return functions;
    }

    private static Html Say(Labels labels, SourceSpan span, object?[] values, DiagnosticLog log)
    {
        var key = values[0] as string ?? "";
        if (labels.Find(key) is not null)
        {
            return labels.SayHtml(key, values.AsSpan(1));
        }

        log.Report(
            Catalogue.MissingLabel,
            new Place(span.FileName, span.Start.Line + 1, span.Start.Column + 1),
            $"there is no label \"{key}\"{NearMiss.Question(key, labels.Keys)}",
            $"Correct the name, or add `{key}:` to theme/translations/{labels.Language}.yml.");
        return Html.Empty;
    }

    private Html Part(object? view, SourceSpan span, Labels labels, DiagnosticLog log, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new ScriptRuntimeException(span, $"parts stand in each other more than {DeepestNesting} deep");
        }

        return view switch
        {
            null => Html.Empty,
            Html html => html,
            string => throw new ScriptRuntimeException(span, "`part` wants a record that has a template, and a text was given"),
            IEnumerable list => new Html(string.Concat(list.Cast<object>().Select(item => Part(item, span, labels, log, depth).ToString()))),
            _ when ViewMembers.Of(view.GetType()).Template is null => throw new ScriptRuntimeException(span, $"`part` wants a record that has a template, and {view.GetType().Name} has none"),
            _ => Fill(view, labels, log, depth),
        };
    }
}
