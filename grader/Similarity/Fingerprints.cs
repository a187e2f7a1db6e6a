namespace ExerciseKit.Similarity;

/// <summary>Fingerprints of a stream of tokens by winnowing: of each window of hashes the least, so that any passage as long as a window and a gram is found wherever it stands.</summary>
internal static class Fingerprints
{
    /// <summary>So many tokens make a gram: fewer are everybody's.</summary>
    public const int Gram = 9;

    /// <summary>Of so many grams one is kept.</summary>
    public const int Window = 4;

    /// <summary>The hash of every gram, with where it begins.</summary>
    public static IReadOnlyList<(ulong Hash, int At)> All(IReadOnlyList<Token> tokens)
    {
        var hashes = new List<(ulong, int)>();
        for (var at = 0; at + Gram <= tokens.Count; at++)
        {
            var hash = 14695981039346656037UL;
            for (var i = at; i < at + Gram; i++)
            {
                foreach (var c in tokens[i].Symbol)
                    hash = (hash ^ c) * 1099511628211UL;
                hash = (hash ^ '\n') * 1099511628211UL;
            }

            hashes.Add((hash, at));
        }

        return hashes;
    }

    /// <summary>Those that are kept, each with where it begins; the first place of one that comes again.</summary>
    public static IReadOnlyDictionary<ulong, int> Kept(IReadOnlyList<(ulong Hash, int At)> all)
    {
        var kept = new Dictionary<ulong, int>();
        for (var start = 0; start < all.Count; start += 1)
        {
            var least = all[start];
            for (var i = start; i < Math.Min(start + Window, all.Count); i++)
            {
                // The rightmost of equals, as winnowing has it, so that neighbouring windows agree.
                if (all[i].Hash <= least.Hash)
                    least = all[i];
            }

            kept.TryAdd(least.Hash, least.At);
            if (start + Window >= all.Count)
                break;
        }

        return kept;
    }
}
