using System.Collections.Immutable;
using Heed.Diagnostics;

namespace Heed.Cli;

/// <summary>What the program tells the shell.</summary>
public static class ExitStatus
{
    /// <summary>All is well.</summary>
    public const int Well = 0;

    /// <summary>The content needs mending; what is wrong was printed.</summary>
    public const int ContentNeedsMending = 1;

    /// <summary>The program was called or set up wrongly.</summary>
    public const int WrongUse = 2;

    /// <summary>A fault of ours.</summary>
    public const int OurFault = 3;

    /// <summary>The status that a list of diagnostics amounts to. Errors in the settings alone, or in what surrounds the content, are a program that was set up wrongly.</summary>
    public static int Of(ImmutableArray<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        if (errors.Count == 0)
        {
            return Well;
        }

        return errors.All(error => error.Place.Path == Disk.SourceFolder.Settings || Disk.HistoryGap.IsOf(error)) ? WrongUse : ContentNeedsMending;
    }
}

/// <summary>The program was called wrongly, or the disk does not let it do what it was asked. The message is all that a person needs.</summary>
public sealed class WrongUseException(string message) : Exception(message);
