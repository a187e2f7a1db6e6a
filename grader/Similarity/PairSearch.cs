using ExerciseKit.Exercises;

namespace ExerciseKit.Similarity;

/// <summary>Finds the works of one exercise that are more alike than its stub and the rest of the class explain.</summary>
public static class PairSearch
{
    /// <summary>Fewer shared passages are chance.</summary>
    private const int LeastShared = 4;

    /// <summary>What more hand-ins than these share, and more than a third of the class, is what the exercise asks for.</summary>
    private const int FewHandIns = 4;

    /// <summary>The pairs, the most alike first.</summary>
    /// <param name="works">What was handed in, for any exercises.</param>
    /// <param name="catalog">The exercises, whose stubs and given files are nobody's work.</param>
    public static IReadOnlyList<SimilarPair> Find(IReadOnlyList<Work> works, ExerciseCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(works);
        ArgumentNullException.ThrowIfNull(catalog);
        return
        [
            .. works.GroupBy(w => w.Exercise)
                .SelectMany(g => PairsOf([.. g.Select(w => new Printed(w))], GivenIn(catalog.Find(g.Key))))
                .OrderByDescending(p => p.Likeness).ThenByDescending(p => p.Shared)
                .ThenBy(p => p.One.Exercise, StringComparer.Ordinal).ThenBy(p => p.One.Student, StringComparer.Ordinal).ThenBy(p => p.Other.Student, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<SimilarPair> PairsOf(IReadOnlyList<Printed> works, HashSet<ulong> given)
    {
        var counts = works.SelectMany(w => w.Kept.Keys).Where(h => !given.Contains(h)).GroupBy(h => h).ToDictionary(g => g.Key, g => g.Count());
        var everybodys = counts.Where(c => c.Value > FewHandIns && c.Value > works.Count / 3).Select(c => c.Key).ToHashSet();
        var own = works.Select(w => w.Kept.Where(k => counts.ContainsKey(k.Key) && !everybodys.Contains(k.Key)).ToDictionary()).ToList();
        for (var i = 0; i < works.Count; i++)
        {
            for (var j = i + 1; j < works.Count; j++)
            {
                var shared = own[i].Keys.Where(own[j].ContainsKey).ToList();
                if (shared.Count < LeastShared || works[i].Work.Student == works[j].Work.Student)
                    continue;
                // What two alone share tells most.
                var weight = shared.Sum(h => 1.0 / (counts[h] - 1));
                yield return new SimilarPair(works[i].Work, works[j].Work, Math.Min(1, weight / Math.Min(own[i].Count, own[j].Count)), shared.Count, works[i].Lines(shared), works[j].Lines(shared));
            }
        }
    }

    private static HashSet<ulong> GivenIn(Exercise? exercise) => exercise is null ? [] :
    [
        .. exercise.Files.Concat(exercise.Given).Select(name => Path.Combine(exercise.Folder, name)).Where(File.Exists)
            .SelectMany(file => Fingerprints.All(TokenStream.Of(file, File.ReadAllText(file)))).Select(f => f.Hash),
    ];

    /// <summary>A work with its fingerprints.</summary>
    private sealed class Printed
    {
        private readonly List<Token> tokens;

        public Printed(Work work)
        {
            Work = work;
            tokens = [.. work.Files.SelectMany(f => TokenStream.Of(f.Name, f.Text))];
            Kept = Fingerprints.Kept(Fingerprints.All(tokens));
        }

        public Work Work { get; }

        public IReadOnlyDictionary<ulong, int> Kept { get; }

        public HashSet<(string File, int Line)> Lines(IEnumerable<ulong> shared) =>
            [.. shared.SelectMany(h => Enumerable.Range(Kept[h], Fingerprints.Gram)).Select(at => (tokens[at].File, tokens[at].Line))];
    }
}
