using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heed.Tests.House;

/// <summary>Reads the code of tests and tells where one goes past the doors of <c>Support/</c>: to a program of the system, or to chance without a seed.</summary>
internal static class TestInspector
{
    private const string ToolDoor = "OutsideTool.cs";
    private const string BrowserDoor = "Chromium.cs";
    private const string SeedDoor = "Seed.cs";
    private const string NoDoor = "";

    /// <summary>What may be named in one file only, and what stands there for others. A name with a dot is a member of what stands before the dot.</summary>
    private static readonly ImmutableArray<(string Name, string Door, string Cure)> Doors =
    [
        ("Process.Start", ToolDoor, "OutsideTool starts programs"),
        ("ProcessStartInfo", ToolDoor, "OutsideTool starts programs"),
        ("\"CI\"", ToolDoor, "OutsideTool knows when a missing program is a failure"),
        ("LaunchAsync", BrowserDoor, "BuiltSite.NewPage gives a tab"),
        ("LaunchPersistentContextAsync", BrowserDoor, "BuiltSite.NewPage gives a tab"),
        ("ConnectOverCDPAsync", BrowserDoor, "BuiltSite.NewPage gives a tab"),
        ("WaitForURLAsync", NoDoor, "Assertions.Expect(page).ToHaveURLAsync asks again, and misses no page that comes up at once"),
        ("Random.Shared", SeedDoor, "Seed.Random() can be had again"),
        ("new Random", SeedDoor, "Seed.Random() can be had again"),
        ("RandomNumberGenerator", SeedDoor, "Seed.Random() can be had again"),
        ("Guid.NewGuid", SeedDoor, "Seed.Random() can be had again, and TemporaryFolder gives names that nobody has"),
        ("Guid.CreateVersion7", SeedDoor, "Seed.Random() can be had again"),
        ("Path.GetRandomFileName", SeedDoor, "TemporaryFolder gives names that nobody has"),
        ("Gen.Sample", SeedDoor, "a [Property] has the seed of the run"),
        ("Check.Quick", SeedDoor, "a [Property] has the seed of the run"),
        ("Check.Verbose", SeedDoor, "a [Property] has the seed of the run"),
        ("QuickCheck", SeedDoor, "a [Property] has the seed of the run"),
        ("QuickCheckThrowOnFailure", SeedDoor, "a [Property] has the seed of the run"),
        ("VerboseCheck", SeedDoor, "a [Property] has the seed of the run"),
        ("\"HEED_SEED\"", SeedDoor, "Seed.Value is the number"),
    ];

    /// <summary>Each breach as "file:line: what, and what to take instead".</summary>
    public static ImmutableArray<string> Inspect(string path, string code)
    {
        var root = CSharpSyntaxTree.ParseText(code).GetRoot();
        var told =
            from node in root.DescendantNodes()
            from name in NamesOf(node)
            from door in Doors
            where door.Name == name && Path.GetFileName(path) != door.Door
            select $"{Place(path, node)}: {name}; {door.Cure}";
        var replayed =
            from argument in root.DescendantNodes().OfType<AttributeArgumentSyntax>()
            where argument.NameEquals?.Name.Identifier.Text == "Replay"
            select $"{Place(path, argument)}: Replay; every [Property] has the seed of the run";
        var scripts =
            from token in root.DescendantTokens()
            where token.Text.Contains("Math.random", StringComparison.Ordinal) || token.Text.Contains("crypto.getRandomValues", StringComparison.Ordinal)
            where !path.Contains("/House/", StringComparison.Ordinal)
            select $"{Place(path, token.Parent!)}: chance in a script; hand it numbers of Seed.Random()";
        return [.. told, .. replayed, .. scripts];
    }

    private static IEnumerable<string> NamesOf(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax { Expression: var left, Name.Identifier.Text: var name } => [$"{LastNameOf(left)}.{name}"],
        SimpleNameSyntax name => [name.Identifier.Text],
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => [literal.Token.Text],
        ObjectCreationExpressionSyntax made => [$"new {LastNameOf(made.Type)}"],
        ImplicitObjectCreationExpressionSyntax made => [$"new {DeclaredType(made)}"],
        _ => [],
    };

    private static string LastNameOf(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };

    private static string DeclaredType(ImplicitObjectCreationExpressionSyntax made) => made.Parent?.Parent switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => LastNameOf(declaration.Type),
        PropertyDeclarationSyntax property => LastNameOf(property.Type),
        _ => made.Parent switch
        {
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => LastNameOf(method.ReturnType),
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => LastNameOf(property.Type),
            _ => "",
        },
    };

    private static string Place(string path, SyntaxNode node) => $"{path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
