using System.Collections.Immutable;
using System.Xml.Linq;
using Heed.Tests.Support;

namespace Heed.Tests.House;

/// <summary>The library is built as <c>src/README.md</c> says, and the inspector that holds it to that sees what it should.</summary>
public sealed class FloorTests
{
    private static readonly FloorPlan Plan = FloorPlan.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "README.md")));

    // A house of three rooms, for the tests that break it.
    private static readonly FloorPlan Small = FloorPlan.Parse(
        """
        | floor | room | what happens there | only here |
        | ---: | --- | --- | --- |
        | 2 | `Attic` | on top | |
        | 1 | `Left` | below | Markdig |
        | 1 | `Right` | below too | |
        """);

    private static readonly (string Path, string Code) Attic = ("Attic/Roof.cs", "namespace Heed.Attic; public sealed class Roof { public Heed.Left.Wall? Wall; }");
    private static readonly (string Path, string Code) Left = ("Left/Wall.cs", "namespace Heed.Left; public sealed class Wall { public Markdig.MarkdownPipeline? Pipeline; public static Wall Make() => new(); }");
    private static readonly (string Path, string Code) Right = ("Right/Door.cs", "namespace Heed.Right; public sealed class Door;");

    [Fact]
    public void The_library_is_built_as_its_plan_says()
    {
        var breaches = HouseInspector.Inspect(Plan, LibrarySources());

        Assert.True(breaches.IsEmpty, string.Join('\n', breaches));
    }

    [Fact]
    public void Every_package_of_the_library_has_its_room()
    {
        // A package that is named only to be left out brings no code, so that no room can use it.
        var packages = XDocument.Load(Path.Combine(Repository.Root, "src", "Heed", "Heed.csproj"))
            .Descendants("PackageReference")
            .Where(reference => (string?)reference.Attribute("ExcludeAssets") != "all")
            .Select(reference => (string)reference.Attribute("Include")!);

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.True(!Plan.OwnersOf(package).IsEmpty, $"the package {package} has no room in the table of src/README.md"), throwIfEmpty: true);
    }

    [Fact]
    public void A_sound_house_has_no_breach() => Assert.Empty(Inspect());

    [Fact]
    public void A_room_that_uses_a_higher_floor_is_found() =>
        AssertBreach("src/Heed/Right/Door.cs:1: Right (floor 1) uses Heed.Attic.Roof of Attic (floor 2)", ("Right/Door.cs", "namespace Heed.Right; public sealed class Door { public Heed.Attic.Roof? Roof; }"));

    [Fact]
    public void A_room_that_uses_its_neighbour_is_found() =>
        AssertBreach("Right (floor 1) uses Heed.Left.Wall of Left (floor 1)", ("Right/Door.cs", "using Wand = Heed.Left.Wall; namespace Heed.Right; public sealed class Door { public Wand? Wall; }"));

    [Fact]
    public void An_extension_method_of_another_room_is_found_though_its_class_is_not_named() =>
        AssertBreach(
            "uses Heed.Attic.Beams.Lift of Attic",
            ("Attic/Beams.cs", "namespace Heed.Attic; public static class Beams { public static string Lift(this string text) => text; }"),
            ("Right/Door.cs", "global using Heed.Attic; namespace Heed.Right; public sealed class Door { public string Name => \"a\".Lift(); }"));

    [Fact]
    public void A_namespace_that_is_not_the_folder_is_found() =>
        AssertBreach("the namespace is Heed.Left, and the folder says Heed.Right", ("Right/Door.cs", "namespace Heed.Left; public sealed class Door;"));

    [Fact]
    public void A_type_without_a_namespace_is_found() =>
        AssertBreach("Door stands in no namespace", ("Right/Door.cs", "public sealed class Door;"));

    [Fact]
    public void A_package_outside_its_room_is_found() =>
        AssertBreach("Attic uses Markdig", ("Attic/Roof.cs", "namespace Heed.Attic; public sealed class Roof { public Markdig.MarkdownPipeline? Pipeline; }"));

    [Fact]
    public void A_package_may_belong_to_two_rooms()
    {
        var plan = FloorPlan.Parse("| 1 | `Left` | below | Markdig |\n| 1 | `Right` | below too | Markdig |");
        var door = ("Right/Door.cs", "namespace Heed.Right; public sealed class Door { public Markdig.MarkdownPipeline? Pipeline; }");

        Assert.Empty(HouseInspector.Inspect(plan, [Left, door]));
    }

    [Fact]
    public void A_package_without_a_room_is_found() =>
        AssertBreach("of a package that no room owns", ("Attic/Roof.cs", "namespace Heed.Attic; public sealed class Roof { public Jint.Engine? Engine; }"));

    [Fact]
    public void A_room_without_a_row_is_found() =>
        AssertBreach("the room Cellar has no row in the table", ("Cellar/Wine.cs", "namespace Heed.Cellar; public sealed class Wine;"));

    [Fact]
    public void A_row_without_a_room_is_found() =>
        Assert.Contains(HouseInspector.Inspect(Small, [Attic, Left]), breach => breach.Contains("src/Heed/Right/ has no code", StringComparison.Ordinal));

    [Theory]
    [InlineData("File.ReadAllText(\"a\")", "System.IO.File")]
    [InlineData("Directory.Exists(\"a\")", "System.IO.Directory")]
    [InlineData("new FileStream(\"a\", FileMode.Open)", "System.IO.FileStream")]
    [InlineData("Console.Out", "System.Console")]
    [InlineData("DateTime.Now", "System.DateTime.Now")]
    [InlineData("DateTime.UtcNow", "System.DateTime.UtcNow")]
    [InlineData("DateTime.Today", "System.DateTime.Today")]
    [InlineData("Environment.NewLine", "System.Environment")]
    [InlineData("new HttpClient()", "System.Net.Http.HttpClient")]
    [InlineData("System.Globalization.CultureInfo.CurrentCulture", "CultureInfo.CurrentCulture")]
    public void What_the_library_may_not_touch_is_found(string expression, string told) =>
        AssertBreach(told, ("Right/Door.cs", $$"""namespace Heed.Right; public sealed class Door { public object Handle => {{expression}}; }"""));

    [Fact]
    public void Code_that_cannot_be_resolved_is_not_passed_over() =>
        AssertBreach("cannot be inspected", ("Right/Door.cs", "namespace Heed.Right; public sealed class Door { public Unheard? Of; }"));

    private static void AssertBreach(string told, params (string Path, string Code)[] broken) =>
        Assert.Contains(Inspect(broken), breach => breach.Contains(told, StringComparison.Ordinal));

    private static ImmutableArray<string> Inspect(params (string Path, string Code)[] broken)
    {
        var files = new[] { Attic, Left, Right }.ToDictionary(file => file.Path, file => file.Code, StringComparer.Ordinal);
        foreach (var (path, code) in broken)
        {
            files[path] = code;
        }

        return HouseInspector.Inspect(Small, files.Select(file => (file.Key, file.Value)));
    }

    private static IEnumerable<(string Path, string Code)> LibrarySources()
    {
        var root = Path.Combine(Repository.Root, "src", "Heed");
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(root, path).Replace('\\', '/'), Full: path))
            .Where(file => !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => (file.Path, File.ReadAllText(file.Full)));
    }
}
