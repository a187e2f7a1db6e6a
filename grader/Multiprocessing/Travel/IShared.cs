using ExerciseKit.Contract;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>A primitive: it travels as a handle, and both ends mean the same object.</summary>
internal interface IShared
{
    /// <summary>Its kind, under which <see cref="SharedKinds"/> knows how to make one, and its name as this process says it.</summary>
    Handle Handle { get; }
}
