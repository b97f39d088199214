using Heed.Theming;

namespace Heed.Tests.Theming;

/// <summary>Scripts as they go to the site.</summary>
public sealed class ScriptTextTests
{
    [Theory]
    [InlineData("// why\n(function () {\n  // here\n  run();\n})();\n", "(function () {\nrun();\n})();\n")]
    [InlineData("/*! A licence. */\nrun();\n", "/*! A licence. */\nrun();\n")]
    [InlineData("var text = \"// no comment\", slash = /\\/\\/[/*]/;\n", "var text = \"// no comment\", slash = /\\/\\/[/*]/;\n")]
    [InlineData("a = b/* of */c/1;", "a = b/* of */c/1;")]
    [InlineData("x = 1 /* a\n remark */ y = 2", "x = 1\ny = 2\n")]
    [InlineData("return/* one */1", "return/* one */1")]
    [InlineData("f = function () { return/* one */1 }", "f = function () { return 1 }\n")]
    [InlineData("t = `a\n  b // c`; // gone\n", "t = `a\n  b // c`;  \n")]
    public void Comments_and_indents_are_left_out_and_what_is_code_stays(string written, string published) =>
        Assert.Equal(published, ScriptText.Slim(written));
}
