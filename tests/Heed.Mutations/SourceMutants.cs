using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heed.Mutations;

/// <summary>Puts every wrong change of a file beside what is right, behind a switch: <c>Switch.On(17) ? wrong : right</c>.</summary>
/// <remarks>What the compiler then refuses is left out the next time.</remarks>
internal sealed class SourceMutants(string room, string path, IReadOnlySet<string> refused, Func<int> next) : CSharpSyntaxRewriter
{
    public const string Annotation = "mutant";

    private static readonly Dictionary<string, string[]> Operators = new(StringComparer.Ordinal)
    {
        ["=="] = ["!="],
        ["!="] = ["=="],
        ["<"] = ["<=", ">="],
        ["<="] = ["<", ">"],
        [">"] = [">=", "<="],
        [">="] = [">", "<"],
        ["&&"] = ["||"],
        ["||"] = ["&&"],
        ["+"] = ["-"],
        ["-"] = ["+"],
        ["*"] = ["/"],
        ["/"] = ["*"],
        ["%"] = ["*"],
    };

    private static readonly Dictionary<string, string> Methods = new(StringComparer.Ordinal)
    {
        ["First"] = "Last",
        ["Last"] = "First",
        ["FirstOrDefault"] = "LastOrDefault",
        ["LastOrDefault"] = "FirstOrDefault",
        ["Any"] = "All",
        ["All"] = "Any",
        ["OrderBy"] = "OrderByDescending",
        ["OrderByDescending"] = "OrderBy",
        ["ThenBy"] = "ThenByDescending",
        ["ThenByDescending"] = "ThenBy",
        ["Order"] = "OrderDescending",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["Take"] = "Skip",
        ["Skip"] = "Take",
        ["StartsWith"] = "EndsWith",
        ["EndsWith"] = "StartsWith",
        ["IndexOf"] = "LastIndexOf",
        ["LastIndexOf"] = "IndexOf",
        ["Union"] = "Intersect",
        ["Except"] = "Intersect",
        ["TakeWhile"] = "SkipWhile",
        ["SkipWhile"] = "TakeWhile",
    };

    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "Where", "Distinct", "DistinctBy", "Order", "OrderBy", "Reverse", "Trim", "TrimStart", "TrimEnd", "ToLowerInvariant", "ToUpperInvariant", "Append", "Prepend", "Concat",
    };

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>What was put in, in the order of the text.</summary>
    public List<Mutant> Made { get; } = [];

    /// <summary>By number, by which a mutant is known again when the file is written anew.</summary>
    public Dictionary<int, string> Keys { get; } = [];

    public override SyntaxNode? Visit(SyntaxNode? node) => node switch
    {
        null => null,
        // What is worked out once, or by the compiler, cannot be switched.
        AttributeListSyntax or EnumMemberDeclarationSyntax or ParameterSyntax or CaseSwitchLabelSyntax => node,
        FieldDeclarationSyntax field when field.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.ConstKeyword) || modifier.IsKind(SyntaxKind.StaticKeyword)) => node,
        PropertyDeclarationSyntax { Initializer: not null } property when property.Modifiers.Any(SyntaxKind.StaticKeyword) => node,
        ConstructorDeclarationSyntax constructor when constructor.Modifiers.Any(SyntaxKind.StaticKeyword) => node,
        LocalDeclarationStatementSyntax { IsConst: true } => node,
        PatternSyntax => node,
        StatementSyntax statement => Statement(statement),
        ExpressionSyntax expression => Expression(expression),
        _ => base.Visit(node),
    };

    private SyntaxNode Statement(StatementSyntax statement)
    {
        var inner = (StatementSyntax)base.Visit(statement)!;
        var goes = statement is ContinueStatementSyntax or BreakStatementSyntax { Parent: not SwitchSectionSyntax } or ReturnStatementSyntax { Expression: null }
            or ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AssignmentExpressionSyntax { Left: not DeclarationExpressionSyntax } or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax };
        if (!goes || Enter(statement, Line(statement.ToString()), "nothing") is not { } number)
        {
            return inner;
        }

        return SyntaxFactory.IfStatement(SyntaxFactory.ParseExpression($"!{On(number)}"), SyntaxFactory.Block(inner.WithoutTrivia()))
            .NormalizeWhitespace().WithTriviaFrom(statement).WithAdditionalAnnotations(new SyntaxAnnotation(Annotation, Id(number)));
    }

    private SyntaxNode Expression(ExpressionSyntax expression)
    {
        var inner = base.Visit(expression);
        if (inner is not ExpressionSyntax result || expression is TypeSyntax || !MayStandInBrackets(expression))
        {
            return inner!;
        }

        foreach (var (was, becomes) in Changes(expression))
        {
            if (Enter(expression, Line(was), Line(becomes.Told)) is { } number)
            {
                var wrapped = becomes.Force switch
                {
                    "and" => $"({result.WithoutTrivia().ToFullString()}) && !{On(number)}",
                    "or" => $"({result.WithoutTrivia().ToFullString()}) || {On(number)}",
                    "xor" => $"({result.WithoutTrivia().ToFullString()}) ^ {On(number)}",
                    _ => $"{On(number)} ? ({becomes.Code}) : ({result.WithoutTrivia().ToFullString()})",
                };

                // Text to text: what was wrapped within keeps its mark by being marked again below.
                var parsed = SyntaxFactory.ParseExpression($"({wrapped})");
                result = Marked(parsed).WithTriviaFrom(expression).WithAdditionalAnnotations(new SyntaxAnnotation(Annotation, Id(number)));
            }
        }

        return result;
    }

    /// <summary>Marks the switches within a piece that was parsed anew.</summary>
    private static ExpressionSyntax Marked(ExpressionSyntax parsed)
    {
        var switches = parsed.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.Expression.ToString() == SwitchOn).ToList();
        var marks = new Dictionary<SyntaxNode, List<string>>();
        foreach (var call in switches)
        {
            var wrapper = call.Ancestors().OfType<ParenthesizedExpressionSyntax>().FirstOrDefault();
            if (wrapper is not null)
            {
                (marks.TryGetValue(wrapper, out var known) ? known : marks[wrapper] = []).Add(call.ArgumentList.Arguments[0].ToString());
            }
        }

        return parsed.ReplaceNodes(marks.Keys, (old, renewed) => renewed.WithAdditionalAnnotations(marks[old].Select(number => new SyntaxAnnotation(Annotation, number))));
    }

    private static bool MayStandInBrackets(ExpressionSyntax expression) => expression.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left != expression,
        MemberAccessExpressionSyntax or InvocationExpressionSyntax or ConditionalAccessExpressionSyntax or ElementAccessExpressionSyntax => expression is LiteralExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } or ParenthesizedExpressionSyntax,
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => false,
        ExpressionStatementSyntax or NameColonSyntax or NameEqualsSyntax or InterpolationAlignmentClauseSyntax or RefExpressionSyntax => false,
        _ => true,
    };

    private static IEnumerable<(string Was, (string Told, string Code, string? Force) Becomes)> Changes(ExpressionSyntax expression)
    {
        var text = expression.WithoutTrivia().ToFullString();
        (string, (string, string, string?)) To(string code) => (text, (code, code, null));

        // A name that a pattern gives to what it found has to be given on every way on which it is used, and cannot be given twice.
        var names = expression.DescendantNodesAndSelf(node => node is not AnonymousFunctionExpressionSyntax and not SwitchExpressionArmSyntax).Where(node => node is SingleVariableDesignationSyntax).ToList();
        if (IsCondition(expression))
        {
            if (names.Count == 0 || !names.Any(IsNegated))
            {
                yield return (text, ("never", "", "and"));
            }

            if (names.Count == 0 || names.All(IsNegated))
            {
                yield return (text, ("always", "", "or"));
            }
        }

        if (names.Count > 0)
        {
            yield break;
        }

        switch (expression)
        {
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression):
                yield return To(binary.Right.ToString());
                break;
            case BinaryExpressionSyntax binary when Operators.TryGetValue(binary.OperatorToken.Text, out var others):
                foreach (var other in others)
                {
                    yield return To($"{binary.Left} {other} {binary.Right}");
                }

                break;
            case IsPatternExpressionSyntax or SwitchExpressionSyntax:
                foreach (var changed in Patterns(expression))
                {
                    yield return (changed.Was, (changed.Becomes, changed.Code, null));
                }

                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } number when int.TryParse(number.Token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value):
                yield return To((value + 1).ToString(CultureInfo.InvariantCulture));
                if (value > 0)
                {
                    yield return To((value - 1).ToString(CultureInfo.InvariantCulture));
                }

                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                yield return To(literal.Token.ValueText.Length == 0 ? "\"heed\"" : "\"\"");
                break;
            case InterpolatedStringExpressionSyntax:
                yield return To("\"\"");
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression }:
                yield return To("false");
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression }:
                yield return To("true");
                break;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus:
                yield return To(minus.Operand.ToString());
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: var method } access } call:
                if (Methods.TryGetValue(method, out var instead))
                {
                    yield return (Short(call), ($".{instead}(…)", $"{access.Expression}.{instead}{call.ArgumentList}", null));
                }

                if (Dropped.Contains(method))
                {
                    yield return (Short(call), ("dropped", access.Expression.ToString(), null));
                }

                break;
            default:
                break;
        }

        if (expression.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or PropertyDeclarationSyntax or LocalFunctionStatementSyntax } && expression is not LiteralExpressionSyntax and not ThrowExpressionSyntax)
        {
            yield return (text, ("[]", "[]", null));
            yield return (text, ("null", "null!", null));
        }
    }

    private static bool IsNegated(SyntaxNode name) => name.Ancestors().Any(node => node is UnaryPatternSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression });

    private static string Short(InvocationExpressionSyntax call) => $".{((MemberAccessExpressionSyntax)call.Expression).Name}{call.ArgumentList}";

    private static bool IsCondition(ExpressionSyntax expression) => expression.Parent switch
    {
        IfStatementSyntax or WhenClauseSyntax => true,
        WhileStatementSyntax loop => loop.Condition == expression,
        ForStatementSyntax loop => loop.Condition == expression,
        ConditionalExpressionSyntax ternary => ternary.Condition == expression,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } => true,
        LambdaExpressionSyntax { Parent.Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Where" or "Any" or "All" or "Count" or "First" or "FirstOrDefault" or "Single" or "RemoveAll" } } } => true,
        _ => false,
    };

    /// <summary>The expression with one pattern in it changed: a bound, a number, <c>and</c> for <c>or</c>, <c>not</c> taken away, a word emptied.</summary>
    private static IEnumerable<(string Was, string Becomes, string Code)> Patterns(ExpressionSyntax expression)
    {
        // A name that a pattern gives to what it found cannot be given twice in one place; arms of a switch have places of their own.
        if (expression is IsPatternExpressionSyntax && expression.DescendantNodes().Any(node => node is VariableDesignationSyntax and not DiscardDesignationSyntax))
        {
            yield break;
        }

        var patterns = expression is SwitchExpressionSyntax cases
            ? cases.Arms.SelectMany(arm => arm.Pattern.DescendantNodesAndSelf())
            : ((IsPatternExpressionSyntax)expression).Pattern.DescendantNodesAndSelf();
        foreach (var pattern in patterns)
        {
            foreach (var changed in pattern switch
            {
                RelationalPatternSyntax relational => Operators[relational.OperatorToken.Text].Select(other => $"{other} {relational.Expression}"),
                BinaryPatternSyntax binary => [$"{binary.Left} {(binary.IsKind(SyntaxKind.AndPattern) ? "or" : "and")} {binary.Right}"],
                UnaryPatternSyntax not => [$"{not.Pattern}"],
                ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } number } when int.TryParse(number.Token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) =>
                    [(value + 1).ToString(CultureInfo.InvariantCulture)],
                ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal } => [literal.Token.ValueText.Length == 0 ? "\"heed\"" : "\"\""],
                ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } } => ["false"],
                ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } } => ["true"],
                _ => Enumerable.Empty<string>(),
            })
            {
                var start = pattern.SpanStart - expression.SpanStart;
                var whole = expression.ToString();
                yield return (pattern.ToString(), changed, whole[..start] + changed + whole[(start + pattern.Span.Length)..]);
            }
        }
    }

    private int? Enter(SyntaxNode node, string was, string becomes)
    {
        var key = $"{path}|{node.SpanStart}|{was}|{becomes}";
        key += "|" + (seen[key] = seen.GetValueOrDefault(key) + 1);
        if (refused.Contains(key))
        {
            return null;
        }

        var number = next();
        Made.Add(new Mutant(number, room, path, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, was, becomes));
        Keys[number] = key;
        return number;
    }

    private const string SwitchOn = "global::Heed.Mutations.Switch.On";

    private static string On(int number) => $"{SwitchOn}({Id(number)})";

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
