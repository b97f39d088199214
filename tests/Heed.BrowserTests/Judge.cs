using System.Text.Json;
using Heed.Tests.Support;

namespace Heed.BrowserTests;

/// <summary>Scripts that ask libraries of npm, which are not ours, what they make of our files.</summary>
internal static class Judge
{
    private static string Theme => Path.Combine(Repository.Root, "theme");

    private static string Scripts => Path.Combine(Repository.Root, "tests", "Heed.BrowserTests", "Judges");

    /// <summary>What Citation.js and Ajv say of every citation file below the folder, by its path without the ending.</summary>
    public static async Task<JsonElement> Citations(string folder)
    {
        OutsideTool.OfNpm("@citation-js").Need();
        using var work = new TemporaryFolder();
        var told = work.At("told.json");
        await Node("citations.cjs", Theme, folder, Path.Combine(Scripts, "csl-items.schema.json"), told);
        return JsonDocument.Parse(await File.ReadAllBytesAsync(told, TestContext.Current.CancellationToken)).RootElement;
    }

    /// <summary>What jsonld.js and the declarations of schema.org say of every page below the folder.</summary>
    public static async Task<JsonElement> LinkedData(string folder)
    {
        OutsideTool.OfNpm("jsonld").Need();
        return JsonDocument.Parse(await Node("linked-data.cjs", Theme, folder)).RootElement;
    }

    private static async Task<string> Node(string script, params string[] arguments)
    {
        var answer = await OutsideTool.Node.Run([Path.Combine(Scripts, script), .. arguments]);
        Assert.True(answer.Status == 0, answer.Error);
        return answer.Out;
    }
}
