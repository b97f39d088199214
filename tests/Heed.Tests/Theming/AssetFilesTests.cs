using Heed.Theming;

namespace Heed.Tests.Theming;

/// <summary>The style sheet as it goes to the site.</summary>
public sealed class AssetFilesTests
{
    [Theory]
    [InlineData("/* why */\na {\n  color: red;\n}\n", "a {\ncolor: red;\n}\n")]
    [InlineData("a::after {\n  content: \"/* not a comment */\";\n}", "a::after {\ncontent: \"/* not a comment */\";\n}\n")]
    [InlineData("a::after { content: \"\\\" /* \"; } /* gone */", "a::after { content: \"\\\" /* \"; }\n")]
    [InlineData("a { color: red /* a\n   remark */ ; }", "a { color: red  ; }\n")]
    public void Comments_and_indents_are_left_out_and_strings_are_left_alone(string written, string published) =>
        Assert.Equal(published, AssetFiles.Slim(written));
}
