using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heed.Mutations;

/// <summary>The library compiled once with all its wrong changes, each behind a switch.</summary>
/// <param name="Bytes">The assembly.</param>
/// <param name="Mutants">What can be switched on, numbered from 1.</param>
internal sealed record MutatedLibrary(byte[] Bytes, ImmutableArray<Mutant> Mutants)
{
    private const string LibraryName = "Heed.Library";
    private const int MostRounds = 25;

    /// <exception cref="InvalidOperationException">The library does not compile, or the tests were not built.</exception>
    public static MutatedLibrary Compile(string root, string tests, IReadOnlyList<Room> rooms)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);
        var files = Directory.EnumerateFiles(Path.Combine(root, "src", "Heed"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("src/Heed/bin/", StringComparison.Ordinal) && (!file.StartsWith("src/Heed/obj/", StringComparison.Ordinal) || IsMade(file)))
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(Text(root, file), parsing, file))
            .Append(CSharpSyntaxTree.ParseText(SwitchText(), parsing, "Switch.cs"))
            .ToList();

        var refused = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 1; ; round++)
        {
            var number = 0;
            var mutants = new List<Mutant>();
            var keys = new Dictionary<int, string>();
            var trees = files.Select(tree =>
            {
                var room = rooms.FirstOrDefault(room => room.Folder != Room.Scripts && tree.FilePath.StartsWith(room.Folder + "/", StringComparison.Ordinal));
                var rewriter = room is null ? null : new SourceMutants(room.Name, tree.FilePath, refused, () => ++number);
                var made = rewriter?.Visit(tree.GetRoot()) ?? tree.GetRoot();
                if (rewriter is not null)
                {
                    mutants.AddRange(rewriter.Made);
                    foreach (var (mutant, key) in rewriter.Keys)
                    {
                        keys[mutant] = key;
                    }
                }

                return CSharpSyntaxTree.Create((CSharpSyntaxNode)made, parsing, tree.FilePath, Encoding.UTF8);
            }).ToList();

            using var bytes = new MemoryStream();
            var errors = Emit(trees, tests, parsing, bytes).Where(told => told.Severity == DiagnosticSeverity.Error).ToList();
            if (errors.Count == 0)
            {
                return new MutatedLibrary(bytes.ToArray(), [.. mutants, .. ScriptsOf(root, rooms, mutants.Count)]);
            }

            var guilty = errors.SelectMany(error => MutantsAt(error, all: round > 6)).Select(mutant => keys[mutant]).ToHashSet(StringComparer.Ordinal);
            Console.Error.WriteLine($"round {round}: {mutants.Count} mutants, {errors.Count} errors, {guilty.Count} refused");
            if (guilty.Count == 0 || round == MostRounds)
            {
                throw new InvalidOperationException("The library with its mutants does not compile:\n" + string.Join('\n', errors.Take(10)));
            }

            refused.UnionWith(guilty);
        }
    }

    private static List<Mutant> ScriptsOf(string root, IReadOnlyList<Room> rooms, int before)
    {
        if (!rooms.Any(room => room.Folder == Room.Scripts))
        {
            return [];
        }

        var number = before;
        return [.. Room.ScriptFiles.SelectMany(name =>
        {
            var path = $"{Room.Scripts}/{name}";
            var text = File.ReadAllText(Path.Combine(root, path)).Replace("\r\n", "\n", StringComparison.Ordinal);
            return ScriptMutants.Of(text).OrderBy(change => change.Start).Select(change => new Mutant(
                ++number, "search scripts", path, text.AsSpan(0, change.Start).Count('\n') + 1, OneLine(text[change.Start..change.End]) + Around(text, change.Start, change.End), OneLine(change.Becomes)) { Span = (change.Start, change.End) });
        })];
    }

    /// <summary>A sign or a number alone says little: the rest of its line.</summary>
    private static string Around(string text, int start, int end)
    {
        if (end - start > 20)
        {
            return "";
        }

        var from = text.LastIndexOf('\n', start) + 1;
        var to = text.IndexOf('\n', end);
        return $" in: {text[from..start].TrimStart()}⟨{text[start..end]}⟩{text[end..(to < 0 ? text.Length : to)]}";
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<int> MutantsAt(Diagnostic error, bool all)
    {
        static IEnumerable<int> Marks(SyntaxNode node) => node.GetAnnotations(SourceMutants.Annotation).Select(mark => int.Parse(mark.Data!, System.Globalization.CultureInfo.InvariantCulture));

        var at = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var around = at.AncestorsAndSelf().SelectMany(Marks).Distinct().ToList();
        if (around.Count > 0)
        {
            return all ? around : around.Take(1);
        }

        // A variable may be wanting because of a change before it: those of the whole member go.
        return at.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault()?.DescendantNodes().SelectMany(Marks).Distinct() ?? [];
    }

    /// <summary>The text of a file, in which scripts of the theme pass by the switch when they are read.</summary>
    private static string Text(string root, string path)
    {
        const string reading = "read(Folder + name)?.Replace(\"\\r\\n\", \"\\n\")";
        var text = File.ReadAllText(Path.Combine(root, path));
        if (path != "src/Heed/Search/ThemeScripts.cs")
        {
            return text;
        }

        return text.Contains(reading, StringComparison.Ordinal)
            ? text.Replace(reading, $"({reading} is {{ }} script ? global::Heed.Mutations.Switch.Script(Folder + name, script) : null)", StringComparison.Ordinal)
            : throw new InvalidOperationException($"{path} reads scripts in another way, which MutatedLibrary has to follow.");
    }

    private static ImmutableArray<Diagnostic> Emit(List<SyntaxTree> trees, string tests, CSharpParseOptions parsing, MemoryStream bytes)
    {
        var folder = Path.GetDirectoryName(tests)!;
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(file => file.StartsWith(Path.GetDirectoryName(typeof(object).Assembly.Location)!, StringComparison.Ordinal));
        var references = platform
            .Concat(Directory.EnumerateFiles(folder, "*.dll").Where(file => Path.GetFileNameWithoutExtension(file) is not (LibraryName or "heed" or "Heed.Tests")))
            .DistinctBy(file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase)
            .Where(IsManaged)
            .Select(file => MetadataReference.CreateFromFile(file));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Suppress);
        var compilation = CSharpCompilation.Create(LibraryName, trees, references, options);
        CSharpGeneratorDriver.Create(Generators(), parseOptions: parsing).RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return whole.Emit(bytes, manifestResources: Resources(Path.Combine(folder, LibraryName + ".dll"))).Diagnostics;
    }

    /// <summary>What is embedded in the true library: the theme.</summary>
    private static IEnumerable<ResourceDescription> Resources(string library)
    {
        var assembly = Assembly.LoadFile(library);
        return assembly.GetManifestResourceNames().Select(name => new ResourceDescription(name, () => assembly.GetManifestResourceStream(name)!, isPublic: true));
    }

    /// <summary>The generator of the SDK that the library uses: of regular expressions.</summary>
    private static ISourceGenerator[] Generators()
    {
        var dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var file = Directory.EnumerateFiles(Path.Combine(dotnet, "packs", "Microsoft.NETCore.App.Ref"), "System.Text.RegularExpressions.Generator.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        var generator = Assembly.LoadFrom(file).GetType("System.Text.RegularExpressions.Generator.RegexGenerator", throwOnError: true)!;
        return [((IIncrementalGenerator)Activator.CreateInstance(generator)!).AsSourceGenerator()];
    }

    private static bool IsMade(string file) => file.EndsWith("/Release/net10.0/Heed.AssemblyInfo.cs", StringComparison.Ordinal) || file.EndsWith("/Release/net10.0/Heed.GlobalUsings.g.cs", StringComparison.Ordinal);

    private static bool IsManaged(string file)
    {
        try
        {
            AssemblyName.GetAssemblyName(file);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private static string SwitchText()
    {
        using var stream = typeof(MutatedLibrary).Assembly.GetManifestResourceStream("Switch.txt")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
