using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Jint;

namespace Heed.Search;

/// <summary>The stemmer of a language that has no compiled one: the very plug-in of lunr-languages, run by Jint.</summary>
/// <remarks>
/// Jint stems some ten thousand words a second. Each distinct word is stemmed once, and what was found is remembered
/// between builds under the hash of the scripts, so that another version of them begins anew. Several threads may ask.
/// </remarks>
internal sealed class LanguageStemmer
{
    /// <summary>The languages of lunr-languages beside Russian that need no dictionary to part words; heed-analysis.js has the same two lists.</summary>
    private static readonly ImmutableHashSet<string> WrittenInLatin =
        ["da", "de", "es", "fi", "fr", "hu", "it", "nl", "no", "pl", "pt", "ro", "sv", "tr", "vi"];

    private static readonly ImmutableHashSet<string> WrittenOtherwise =
        ["ar", "el", "he", "hy", "ko"];

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly Lazy<Engine> engine;
    private readonly Lock engineLock = new();
    private readonly SearchMemory memory;
    private readonly string memoryName;
    private int knownBefore;

    /// <summary>The stemmer of the language.</summary>
    public LanguageStemmer(string language, ThemeScripts scripts, SearchMemory memory)
    {
        this.memory = memory;
        string[] parts = [scripts.Lunr, scripts.StemmerSupport, scripts.Others[language], scripts.Characters, ThemeScripts.ReadCharacters, scripts.Words, scripts.Analysis];
        memoryName = $"stems-{language}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))))[..10]}.txt";
        engine = new Lazy<Engine>(() => Start(language, parts));
        Recall();
    }

    /// <summary>Whether there is a plug-in for the language.</summary>
    public static bool Has(string language) => WrittenInLatin.Contains(language) || WrittenOtherwise.Contains(language);

    /// <summary>All languages that there is a plug-in for.</summary>
    public static IEnumerable<string> Languages => WrittenInLatin.Concat(WrittenOtherwise).Order(StringComparer.Ordinal);

    /// <summary>Whether the plug-in is for words of Latin letters, which otherwise are taken for English.</summary>
    public static bool IsWrittenInLatin(string language) => WrittenInLatin.Contains(language);

    /// <summary>The term of a normalised word; empty for a word that is passed over.</summary>
    public string Term(string word) => known.GetOrAdd(word, Ask);

    /// <summary>Remembers what was learnt since the last time.</summary>
    public void Remember()
    {
        if (known.Count > knownBefore)
        {
            knownBefore = known.Count;
            memory.Write(memoryName, string.Concat(known.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\t{pair.Value}\n")));
        }
    }

    private void Recall()
    {
        foreach (var line in (memory.Read(memoryName) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // A file that somebody has cut short or changed is no reason to fail: what cannot be read is learnt again.
            if (line.Split('\t') is [{ Length: > 0 } word, var term])
                known[word] = term;
        }

        knownBefore = known.Count;
    }

    private string Ask(string word)
    {
        lock (engineLock)
        {
            return engine.Value.Invoke("heedTerm", word).AsString();
        }
    }

    private static Engine Start(string language, string[] parts)
    {
        var started = new Engine(options => options.Strict(false).TimeoutInterval(TimeLimit).LimitRecursion(1000).RegexTimeoutInterval(TimeLimit));
        foreach (var part in parts)
        {
            started.Execute(part);
        }

        started.Execute($"function heedTerm(word) {{ return heedAnalysis.term(word, '{language}'); }}");
        return started;
    }
}
