namespace Heed.Tests.Support;

/// <summary>A folder that is gone when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("heed-test-").FullName;

    public static implicit operator string(TemporaryFolder folder) => folder.Path;

    /// <summary>A path in it, with <c>/</c>.</summary>
    public string At(string path) => System.IO.Path.Combine(Path, path.Replace('/', System.IO.Path.DirectorySeparatorChar));

    /// <summary>Writes a file, with the folders that it needs.</summary>
    public string Write(string path, string text = "")
    {
        var file = At(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
