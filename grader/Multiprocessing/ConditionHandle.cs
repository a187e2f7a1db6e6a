using ExerciseKit.Contract;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>Which condition it is, without its lock: that travels beside it.</summary>
internal sealed class ConditionHandle(string name) : IShared
{
    public const string Kind = "condition";

    public string Name => name;

    Handle IShared.Handle => new(Kind, name);
}
