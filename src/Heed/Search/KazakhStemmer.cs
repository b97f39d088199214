namespace Heed.Search;

/// <summary>Takes the endings off a Kazakh word by <see cref="KazakhRules"/>, exactly as <c>lunr.kk.js</c> does.</summary>
internal static class KazakhStemmer
{
    /// <summary>The stem of a word of small Cyrillic letters.</summary>
    public static string Stem(string word, KazakhRules rules)
    {
        var left = word;
        var isNamed = false;
        for (var at = 0; at < rules.Layers.Length;)
        {
            if (rules.Keeps(left))
            {
                return left;
            }

            var layer = rules.Layers[at];
            var taken = layer.IsInner && !isNamed ? null : Cut(left, layer, rules);
            left = taken?.Stem ?? left;
            isNamed = taken?.Next is not null;
            at = taken?.Next ?? at + 1;
        }

        return rules.Keeps(left) ? left : rules.Root(Join(left, "", rules));
    }

    /// <summary>What the layer leaves of the word: of its longest ending that is allowed, but before that of one that leaves a kept root.</summary>
    private static Taken? Cut(string word, KazakhRules.Layer layer, KazakhRules rules)
    {
        Taken? best = null;
        for (var length = Math.Min(layer.LongestEnding, word.Length - 1); length > 0; length--)
        {
            var rest = word.AsSpan(0, word.Length - length);
            if (FirstAllowed(layer.Rules(word.AsSpan(rest.Length)), rest, rules) is not { } rule)
                continue;

            var taken = new Taken(Join(rest, rule.Put, rules), rule.Next);
            if (rules.Keeps(taken.Stem))
                return taken;

            best ??= taken;
        }

        return best;
    }

    private static KazakhRules.Rule? FirstAllowed(KazakhRules.Rule[] candidates, ReadOnlySpan<char> rest, KazakhRules rules)
    {
        foreach (var rule in candidates)
        {
            if (rule.Allows(rest, rules))
                return rule;
        }

        return null;
    }

    /// <summary>The rest and what is put in the ending's place, the last letter hardened.</summary>
    private static string Join(ReadOnlySpan<char> rest, string put, KazakhRules rules)
    {
        var stem = put.Length == 0 ? rest : string.Concat(rest, put);
        var last = rules.Harden(stem[^1]);
        return last == stem[^1] ? stem.ToString() : string.Concat(stem[..^1], [last]);
    }

    private readonly record struct Taken(string Stem, int? Next);
}
