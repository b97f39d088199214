using Heed.Files;

namespace Heed.Diagnostics;

/// <summary>Judges whether a file is text at all, before anything reads it.</summary>
public static class Encodings
{
    /// <summary>Whether the file is UTF-8; when not, which is reported, its letters are lost.</summary>
    public static bool IsReadable(SourceFile file, DiagnosticLog log)
    {
        if (file.IsUtf8)
        {
            return true;
        }

        log.Report(Catalogue.NotUtf8, new Place(file.Path), "the file is not UTF-8 text", "Save it again with the encoding UTF-8.");
        return false;
    }
}
