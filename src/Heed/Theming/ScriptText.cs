using System.Text;
using Acornima;

namespace Heed.Theming;

/// <summary>Scripts as they travel to a reader: without comments and indents, which are for us and weigh a third of them compressed.</summary>
public static class ScriptText
{
    /// <summary>The script without comments, empty lines and white space at the ends of lines. A licence (<c>/*!</c>) stays.</summary>
    /// <remarks>
    /// Where comments are is told by a parser of the language, as a pattern would take <c>"//"</c> in a string or a regular
    /// expression for one. Line ends stay, as they may end a statement. A text with a template literal keeps its indents, which
    /// may be part of it; one that the parser does not understand stays as it is, as a browser may know more.
    /// </remarks>
    public static string Slim(string script)
    {
        if (CommentsOf(script) is not { } comments)
        {
            return script;
        }

        var slim = new StringBuilder(script.Length);
        var at = 0;
        foreach (var comment in comments)
        {
            // Something must stay between what a comment parts, and a line end in it may end a statement.
            slim.Append(script, at, comment.Start - at).Append(script.AsSpan()[comment.Start..comment.End].Contains('\n') ? '\n' : ' ');
            at = comment.End;
        }

        slim.Append(script, at, script.Length - at);
        return script.Contains('`') ? slim.ToString() : WithoutIndents(slim.ToString());
    }

    private static List<(int Start, int End)>? CommentsOf(string script)
    {
        var comments = new List<(int, int)>();
        try
        {
            new Parser(new ParserOptions
            {
                OnComment = (in Comment comment) =>
                {
                    if (script[comment.Start + 2] != '!')
                        comments.Add((comment.Start, comment.End));
                },
            }).ParseScript(script);
        }
        catch (ParseErrorException)
        {
            return null;
        }

        return comments;
    }

    private static string WithoutIndents(string script)
    {
        var slim = new StringBuilder(script.Length);
        foreach (var line in script.EnumerateLines())
        {
            var words = line.Trim();
            if (!words.IsEmpty)
                slim.Append(words).Append('\n');
        }

        return slim.ToString();
    }
}
