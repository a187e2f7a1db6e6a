using ExerciseKit.Kernel;
using ExerciseKit.Tests.Model.Generation;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Kernel;

public sealed class NamedMapTests
{
    private static readonly string[] SomeNames = ["0", "0.0", "0.1", "0.10", "0.2", "0~0", "file:a", ""];

    /// <summary>Changes in order: set a name to a value, or remove it.</summary>
    private static Arbitrary<(string Name, string? Value)[]> Changes { get; } = Arb.From(
        Gen.ArrayOf(Gen.Zip(Gen.Elements(SomeNames), Gen.Elements<string?>(null, null, "x", "y", "z"), (name, value) => (name, value))),
        changes => changes.Select((_, i) => changes.Where((_, j) => j != i).ToArray()));

    [Test]
    public void It_holds_what_a_sorted_dictionary_holds() =>
        Seeded.Holds(Changes, 1000, changes =>
        {
            var map = NamedMap<string>.Empty;
            var expected = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, value) in changes)
            {
                var before = (map, Content: map.Values.ToArray());
                map = Changed(map, name, value);
                if (value is null)
                    expected.Remove(name);
                else
                    expected[name] = value;
                if (!before.map.Values.ToArray().SequenceEqual(before.Content))
                    return "A change was seen in the map before it.";
            }

            if (map.Count != expected.Count || !map.Names.ToArray().SequenceEqual(expected.Keys) || !map.Values.ToArray().SequenceEqual(expected.Values))
                return $"It holds [{string.Join(", ", map.Names.ToArray())}].";
            return SomeNames.All(n => map[n] == expected.GetValueOrDefault(n) && map.TryGet(n, out _) == expected.ContainsKey(n)) ? null : "A look-up differs.";
        });

    [Test]
    public void Maps_that_hold_the_same_are_equal_with_equal_hashes_however_they_came_to_it() =>
        Seeded.Holds(Changes, 1000, changes =>
        {
            var one = changes.Aggregate(NamedMap<string>.Empty, (map, c) => Changed(map, c.Name, c.Value));
            var other = NamedMap<string>.Empty;
            foreach (var (name, value) in one.Names.ToArray().Zip(one.Values.ToArray()).Reverse())
                other = other.With(name, new string(value));
            return one.Equals(other) && one.GetHashCode() == other.GetHashCode() ? null : "They differ.";
        });

    [Test]
    public void Maps_that_hold_different_things_are_not_equal() =>
        Seeded.Holds(Changes, 1000, changes =>
        {
            var map = changes.Aggregate(NamedMap<string>.Empty, (m, c) => Changed(m, c.Name, c.Value));
            foreach (var name in SomeNames)
            {
                if (map.Equals(map.With(name, "other")) || (map[name] is not null && map.Equals(map.Without(name))))
                    return $"A change of '{name}' makes no difference.";
            }

            return null;
        });

    private static NamedMap<string> Changed(NamedMap<string> map, string name, string? value) =>
        value is null ? map.Without(name) : map.With(name, value);
}
