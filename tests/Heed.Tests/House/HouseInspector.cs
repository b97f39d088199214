using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heed.Tests.House;

/// <summary>Holds the library's sources to the floor plan. Names are resolved by the compiler, so that an alias, a <c>var</c> or an extension method hides nothing.</summary>
internal static class HouseInspector
{
    private const string Root = "Heed";

    // The library turns text into text: what is read, written, printed or asked of a clock comes from the program.
    private static readonly ImmutableArray<(string Name, string Instead)> Banned =
    [
        ("System.IO.File", "take a SourceTree and give a Site"),
        ("System.IO.FileInfo", "take a SourceTree and give a Site"),
        ("System.IO.FileStream", "take a SourceTree and give a Site"),
        ("System.IO.FileSystemInfo", "take a SourceTree and give a Site"),
        ("System.IO.Directory", "take a SourceTree and give a Site"),
        ("System.IO.DirectoryInfo", "take a SourceTree and give a Site"),
        ("System.Console", "report a Diagnostic, or give the text back"),
        ("System.Environment", "take the value as an option"),
        ("System.DateTime.Now", "take the day as an option"),
        ("System.DateTime.UtcNow", "take the day as an option"),
        ("System.DateTime.Today", "take the day as an option"),
        ("System.DateTimeOffset.Now", "take the day as an option"),
        ("System.DateTimeOffset.UtcNow", "take the day as an option"),
        ("System.TimeProvider", "take the day as an option"),
        ("System.Net.Http", "leave requests to the program"),
        ("System.Net.Sockets", "leave requests to the program"),
        ("System.Globalization.CultureInfo.CurrentCulture", "name the culture"),
        ("System.Globalization.CultureInfo.CurrentUICulture", "name the culture"),
    ];

    // What <ImplicitUsings>enable</ImplicitUsings> gives every file of the library.
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    // One compilation without sources, to which each inspection adds its own: the references are read once.
    private static readonly Lazy<CSharpCompilation> Empty = new(() => CSharpCompilation.Create(
        "Inspected",
        [CSharpSyntaxTree.ParseText(ImplicitUsings, Options, "ImplicitUsings.cs")],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith(Root, StringComparison.OrdinalIgnoreCase))
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));

    /// <summary>Every breach of the plan, one line each, in the order of the files.</summary>
    /// <param name="plan">The table of <c>src/README.md</c>.</param>
    /// <param name="sources">Paths below <c>src/Heed/</c> with <c>/</c>, and the code.</param>
    public static ImmutableArray<string> Inspect(FloorPlan plan, IEnumerable<(string Path, string Code)> sources)
    {
        var trees = sources
            .OrderBy(source => source.Path, StringComparer.Ordinal)
            .Select(source => CSharpSyntaxTree.ParseText(source.Code, Options, source.Path))
            .ToArray();
        var compilation = Empty.Value.AddSyntaxTrees(trees);

        var breaches = ImmutableArray.CreateBuilder<string>();
        breaches.AddRange(Unresolved(compilation));
        breaches.AddRange(RoomsAgainstFolders(plan, trees));
        foreach (var tree in trees)
        {
            breaches.AddRange(InspectFile(plan, tree, compilation.GetSemanticModel(tree)));
        }

        return breaches.ToImmutable();
    }

    /// <summary>A name that cannot be resolved could hide a breach. Only source generators are missing here: they implement partial methods.</summary>
    private static IEnumerable<string> Unresolved(CSharpCompilation compilation) => compilation
        .GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8795")
        .Select(diagnostic => $"cannot be inspected: {diagnostic}");

    private static IEnumerable<string> RoomsAgainstFolders(FloorPlan plan, IEnumerable<SyntaxTree> trees)
    {
        var folders = trees.Select(tree => RoomOf(tree.FilePath)).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in folders.Where(folder => !plan.Rooms.ContainsKey(folder)).Order(StringComparer.Ordinal))
        {
            yield return folder.Length == 0
                ? "a source file stands beside the rooms; move it into one"
                : $"the room {folder} has no row in the table of src/README.md; give it a floor there";
        }

        foreach (var room in plan.Rooms.Keys.Where(room => !folders.Contains(room)))
        {
            yield return $"the table of src/README.md has a room {room}, and src/Heed/{room}/ has no code; remove the row";
        }
    }

    private static IEnumerable<string> InspectFile(FloorPlan plan, SyntaxTree tree, SemanticModel model)
    {
        var expected = $"{Root}.{string.Join('.', tree.FilePath.Split('/')[..^1])}".TrimEnd('.');
        var root = tree.GetRoot();
        foreach (var declared in root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Where(declared => declared.Name.ToString() != expected))
        {
            yield return $"{At(declared.Name)}: the namespace is {declared.Name}, and the folder says {expected}";
        }

        foreach (var stray in root.ChildNodes().OfType<BaseTypeDeclarationSyntax>())
        {
            yield return $"{At(stray)}: {stray.Identifier.Text} stands in no namespace, and the folder says {expected}";
        }

        if (!plan.Rooms.TryGetValue(RoomOf(tree.FilePath), out var room))
        {
            yield break;
        }

        // One line for each room, package or banned name that a file uses tells enough.
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in root.DescendantNodes().Where(node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax))
        {
            foreach (var symbol in SymbolsOf(model, name))
            {
                if (Judge(plan, room, symbol) is { } breach && told.Add(breach.About))
                {
                    yield return $"{At(name)}: {breach.Message}";
                }
            }
        }
    }

    private static (string About, string Message)? Judge(FloorPlan plan, Room room, ISymbol symbol)
    {
        // `using System.IO;` and the parts of a qualified name say nothing yet; the type that follows does.
        if (symbol is INamespaceSymbol)
        {
            return null;
        }

        var home = symbol.ContainingNamespace?.ToDisplayString() ?? "";
        var full = FullName(symbol);

        if (Banned.FirstOrDefault(ban => FloorPlan.IsWithin(full, ban.Name)) is { Name: { } banned, Instead: var instead })
        {
            return (banned, $"{room.Name} uses {full}, which the library may not; {instead}");
        }

        if (FloorPlan.IsWithin(home, Root))
        {
            var other = home.Length > Root.Length ? home[(Root.Length + 1)..].Split('.')[0] : "";
            return other == room.Name || !plan.Rooms.TryGetValue(other, out var used) || used.Floor < room.Floor
                ? null
                : (used.Name, $"{room.Name} (floor {room.Floor}) uses {full} of {used.Name} (floor {used.Floor}); a room uses only rooms of lower floors");
        }

        if (home is "" or "<global namespace>" || FloorPlan.IsWithin(home, "System"))
        {
            return null;
        }

        var owners = plan.OwnersOf(home);
        return owners.Contains(room) ? null : !owners.IsEmpty ? Foreign(owners[0], room, full) : (home, $"{room.Name} uses {full} of a package that no room owns; name the package in the table of src/README.md");
    }

    private static (string, string) Foreign(Room owner, Room room, string name) =>
        (owner.Name + " package", $"{room.Name} uses {name}, and that package belongs to the room {owner.Name} alone");

    private static IEnumerable<ISymbol> SymbolsOf(SemanticModel model, SyntaxNode name)
    {
        var info = model.GetSymbolInfo(name);
        if (info.Symbol is IAliasSymbol alias)
        {
            yield return alias.Target;
        }
        else if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is { } symbol and not (ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol or ITypeParameterSymbol or IDynamicTypeSymbol))
        {
            yield return symbol;
        }
    }

    private static string FullName(ISymbol symbol) => symbol switch
    {
        ITypeSymbol => symbol.OriginalDefinition.ToDisplayString(),
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.OriginalDefinition.ToDisplayString(),
        _ => $"{symbol.ContainingType?.OriginalDefinition.ToDisplayString()}.{symbol.Name}",
    };

    private static string RoomOf(string path) => path.Contains('/') ? path[..path.IndexOf('/')] : "";

    private static string At(SyntaxNode node)
    {
        var start = node.GetLocation().GetLineSpan();
        return $"src/{Root}/{start.Path}:{start.StartLinePosition.Line + 1}";
    }
}
