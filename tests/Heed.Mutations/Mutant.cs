using System.Security.Cryptography;
using System.Text;

namespace Heed.Mutations;

/// <summary>One small wrong change.</summary>
/// <param name="Number">By which it is switched on.</param>
/// <param name="Room">The room in which it stands.</param>
/// <param name="Path">The file from the repository's root.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Was">What stands there, on one line.</param>
/// <param name="Becomes">What is run instead.</param>
internal sealed record Mutant(int Number, string Room, string Path, int Line, string Was, string Becomes)
{
    /// <summary>For a script: which characters are replaced. C# is compiled with all its mutants and switched.</summary>
    public (int Start, int End) Span { get; init; }

    public bool IsScript => Path.EndsWith(".js", StringComparison.Ordinal);

    public string Change => $"{Was} → {Becomes}";

    /// <summary>Where it stands in the lottery of a seed; elsewhere in the library something may change, and it stays there.</summary>
    public string LotOf(int seed) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {Path} {Change}")));

    public override string ToString() => $"{Path}:{Line}: {Change}";
}
