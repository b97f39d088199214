using Heed.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heed.Tests.House;

/// <summary>A test can fail: what an assertion about all things of a collection says when there is none is written beside it.</summary>
public sealed class AssertionsTests
{
    [Fact]
    public void What_is_asserted_of_all_is_asserted_of_something()
    {
        var silent = Calls(Repository.Root).Where(call => call.Named == "Assert.All" && !IsLiteral(call.Arguments[0]) && !call.Arguments.Any(argument => argument.NameColon?.Name.Identifier.Text == "throwIfEmpty"));

        Assert.Equal([], silent.Select(call => $"{call.Place}: say throwIfEmpty: true, or false where nothing to look at is right."));
    }

    [Fact]
    public void Nothing_is_asserted_of_a_constant()
    {
        var constant = Calls(Repository.Root).Where(call => call.Named is "Assert.True" or "Assert.False" or "Assert.NotNull" or "Assert.Equal" && call.Arguments.Take(call.Named == "Assert.Equal" ? 2 : 1).All(argument => argument.Expression is LiteralExpressionSyntax));

        Assert.Equal([], constant.Select(call => $"{call.Place}: {call.Named} of a constant says nothing."));
    }

    [Fact]
    public void No_count_is_asserted_to_be_at_least_nothing()
    {
        var vacuous = Calls(Repository.Root).Where(call => call.Named == "Assert.True" && call.Arguments[0].Expression is BinaryExpressionSyntax { OperatorToken.Text: ">=", Right: LiteralExpressionSyntax { Token.Text: "0" }, Left: MemberAccessExpressionSyntax { Name.Identifier.Text: "Count" or "Length" } });

        Assert.Equal([], vacuous.Select(call => $"{call.Place}: a count is never below nothing."));
    }

    private static bool IsLiteral(ArgumentSyntax argument) => argument.Expression is CollectionExpressionSyntax or CastExpressionSyntax { Expression: CollectionExpressionSyntax } or ImplicitArrayCreationExpressionSyntax;

    /// <summary>The calls in the tests, but for those in code that tests hold as text.</summary>
    private static List<Call> Calls(string root)
    {
        var calls = Directory.EnumerateFiles(Path.Combine(root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: Path.GetRelativePath(root, file)).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Select(call => new Call(call.Expression.ToString(), [.. call.ArgumentList.Arguments], $"{call.SyntaxTree.FilePath}:{call.GetLocation().GetLineSpan().StartLinePosition.Line + 1}"))
            .ToList();
        Assert.Contains(calls, call => call.Named == "Assert.All");
        return calls;
    }

    private sealed record Call(string Named, IReadOnlyList<ArgumentSyntax> Arguments, string Place);
}
