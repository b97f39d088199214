using System.Globalization;
using Acornima;
using Acornima.Ast;

namespace Heed.Mutations;

/// <summary>Small wrong changes of a script, each a replacement in its text.</summary>
internal static class ScriptMutants
{
    private static readonly Dictionary<string, string[]> Operators = new(StringComparer.Ordinal)
    {
        ["==="] = ["!=="],
        ["!=="] = ["==="],
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
        ["+="] = ["-="],
        ["-="] = ["+="],
    };

    private static readonly Dictionary<string, string> Methods = new(StringComparer.Ordinal)
    {
        ["some"] = "every",
        ["every"] = "some",
        ["startsWith"] = "endsWith",
        ["endsWith"] = "startsWith",
        ["min"] = "max",
        ["max"] = "min",
    };

    public static IEnumerable<(int Start, int End, string Becomes)> Of(string script)
    {
        foreach (var node in new Parser().ParseScript(script).DescendantNodes())
        {
            foreach (var change in Changes(node, script))
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<(int Start, int End, string Becomes)> Changes(Node node, string script)
    {
        string Text(Node of) => script[of.Range.Start..of.Range.End];
        (int, int, string) Whole(string becomes) => (node.Range.Start, node.Range.End, becomes);

        switch (node)
        {
            case LogicalExpression or BinaryExpression or AssignmentExpression:
                var (left, right) = node switch
                {
                    AssignmentExpression assignment => ((Node)assignment.Left, (Node)assignment.Right),
                    _ => (((BinaryExpression)node).Left, ((BinaryExpression)node).Right),
                };
                var between = script[left.Range.End..right.Range.Start];
                var sign = between.Trim().Trim('(', ')').Trim();
                foreach (var other in Operators.GetValueOrDefault(sign, []))
                {
                    var at = left.Range.End + between.IndexOf(sign, StringComparison.Ordinal);
                    yield return (at, at + sign.Length, other);
                }

                break;
            case IfStatement condition:
                yield return (condition.Test.Range.Start, condition.Test.Range.End, $"!({Text(condition.Test)})");
                break;
            case ConditionalExpression condition:
                yield return (condition.Test.Range.Start, condition.Test.Range.End, $"!({Text(condition.Test)})");
                break;
            case ReturnStatement { Argument: { } argument }:
                yield return (argument.Range.Start, argument.Range.End, "undefined");
                break;
            case ExpressionStatement { Expression: CallExpression or AssignmentExpression or UpdateExpression }:
                yield return Whole(";");
                break;
            case ContinueStatement or BreakStatement:
                yield return Whole(";");
                break;
            case NumericLiteral number:
                yield return Whole((number.Value + 1).ToString(CultureInfo.InvariantCulture));
                break;
            case StringLiteral { Value.Length: > 0 } text when text.Value != "use strict":
                yield return Whole("\"\"");
                break;
            case BooleanLiteral flag:
                yield return Whole(flag.Value ? "false" : "true");
                break;
            case CallExpression { Callee: MemberExpression { Computed: false, Property: Identifier method } member } call:
                if (Methods.TryGetValue(method.Name, out var instead))
                {
                    yield return (method.Range.Start, method.Range.End, instead);
                }

                if (method.Name is "filter" or "slice" or "trim" or "sort" or "concat")
                {
                    yield return Whole(Text(member.Object));
                }

                break;
            default:
                break;
        }
    }
}
