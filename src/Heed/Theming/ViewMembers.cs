using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace Heed.Theming;

/// <summary>What a template sees of a value: its public properties, in snake_case.</summary>
internal sealed class ViewMembers
{
    private static readonly ConcurrentDictionary<Type, ViewMembers> Known = new();

    private readonly FrozenDictionary<string, MethodInvoker> getters;

    private ViewMembers(Type type)
    {
        Template = type.GetCustomAttribute<TemplateAttribute>()?.Name;
        getters = type
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod is not null && property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract")
            .ToFrozenDictionary(property => SnakeCase(property.Name), property => MethodInvoker.Create(property.GetMethod!), StringComparer.Ordinal);
    }

    /// <summary>The template that shows values of the type, or null.</summary>
    public string? Template { get; }

    /// <summary>The names, in no order.</summary>
    public IEnumerable<string> Names => getters.Keys;

    /// <summary>How many there are.</summary>
    public int Count => getters.Count;

    /// <summary>The members of a type, found once.</summary>
    public static ViewMembers Of(Type type) => Known.GetOrAdd(type, static type => new ViewMembers(type));

    /// <summary>Whether there is a member of the name.</summary>
    public bool Has(string name) => getters.ContainsKey(name);

    /// <summary>The member's value on the target.</summary>
    public object? Get(object target, string name) => getters[name].Invoke(target);

    /// <summary><c>IsOfficialWording</c> as templates write it: <c>is_official_wording</c>.</summary>
    public static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterUpper(character) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(character));
        }

        return snake.ToString();
    }
}
