using System.Collections;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Multiprocessing.ByHand;

/// <summary>What this process has around it now, for a child that it starts: the child's starter is the broker, which knows nothing of it.</summary>
internal static class OwnSurroundings
{
    public static Surroundings Take() => new(
        Environment.CurrentDirectory,
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => $"{variable.Key}={variable.Value}")
            .Order(StringComparer.Ordinal)
            .ToEquatableArray());
}
