using System.Collections;
using System.Globalization;
using Heed.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Heed.Theming;

/// <summary>A run of one template over one view: strings are escaped when written, and what is missing is an error instead of nothing.</summary>
/// <remarks>
/// Scriban by itself writes strings as they are, prints nothing for a missing member, stops a loop after 1,000 rounds and
/// cuts a page silently at 1 MiB. Each of these is undone here, and a test pins each.
/// </remarks>
internal sealed class SafeContext : TemplateContext
{
    public SafeContext(object view, ScriptObject functions)
        : base(functions)
    {
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableRelaxedFunctionAccess = false;
        LoopLimit = 0;
        LoopLimitQueryable = 0;
        LimitToString = 0;
        OutputLimit = 0;
        TemplateLoader = null;
        NewLine = "\n";
        PushGlobal(Variables(view));
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                break;
            case Html html:
                Write(html.ToString());
                break;
            case string text:
                Write(Html.Escape(text));
                break;
            case int or long:
                Write(Convert.ToString(textAsObject, CultureInfo.InvariantCulture)!);
                break;
            default:
                throw new ScriptRuntimeException(span, "only text and whole numbers can be printed; of a list or record print the parts, or use `part`");
        }

        return this;
    }

    /// <summary>Nothing, empty text and an empty list count as no, so that a template asks <c>if note</c>.</summary>
    public override bool ToBool(SourceSpan span, object? value) => value switch
    {
        string text => text.Length > 0,
        Html html => !html.IsEmpty,
        ICollection collection => collection.Count > 0,
        _ => base.ToBool(span, value),
    };

    /// <inheritdoc/>
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        target is IScriptObject or IDictionary or IList or string || target.GetType().IsPrimitive
            ? base.GetMemberAccessorImpl(target)
            : ViewAccessor.Instance;

    private static ScriptObject Variables(object view)
    {
        var members = ViewMembers.Of(view.GetType());
        var variables = new ScriptObject(members.Count, autoImportStaticsFromThisType: false);
        foreach (var name in members.Names)
        {
            variables[name] = members.Get(view, name);
        }

        return variables;
    }

    /// <summary>Lets templates read our own records, and nothing else of them than their properties.</summary>
    private sealed class ViewAccessor : IObjectAccessor
    {
        public static readonly ViewAccessor Instance = new();

        public bool HasIndexer => false;

        public Type IndexType => typeof(object);

        public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => ViewMembers.Of(target.GetType()).Count;

        public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) =>
            ViewMembers.Of(target.GetType()).Names.Order(StringComparer.Ordinal);

        public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => ViewMembers.Of(target.GetType()).Has(member);

        public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
        {
            var members = ViewMembers.Of(target.GetType());
            if (!members.Has(member))
            {
                throw new ScriptRuntimeException(span, $"there is no \"{member}\" here{NearMiss.Question(member, members.Names)}");
            }

            value = members.Get(target, member);
            return true;
        }

        public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

        public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
        {
            value = null;
            return false;
        }

        public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
    }
}

/// <summary>A function that templates may call.</summary>
internal sealed class TemplateFunction(int required, Func<SourceSpan, object?[], object?> call) : IScriptCustomFunction
{
    public int RequiredParameterCount => required;

    public int ParameterCount => required;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        call(callerContext?.Span ?? default, [.. arguments]);

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
