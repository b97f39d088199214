namespace Heed.Theming;

/// <summary>Names the template that shows values of a type: <c>recommendation</c> is <c>theme/templates/recommendation.sbn-html</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TemplateAttribute(string name) : Attribute
{
    /// <summary>The path below <c>theme/templates/</c>, without the ending.</summary>
    public string Name => name;
}
