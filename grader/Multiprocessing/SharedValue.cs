using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Programs;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing;

/// <summary>A value that processes share. Python: <c>multiprocessing.Value</c> without its lock.</summary>
/// <remarks>
/// A get is one step and a set is another: in <c>v.Value = v.Value + 1</c> another process can come in between; hold a <see cref="ProcessLock"/> around both.
/// What is read is a copy. Hand it to the processes that use it as an argument.
/// </remarks>
/// <typeparam name="T">The value's type; a primitive in it travels as a handle.</typeparam>
public sealed class SharedValue<T> : IShared
{
    private readonly string name;

    /// <summary>Makes a shared value.</summary>
    /// <param name="value">What it is at first.</param>
    /// <exception cref="CannotTravelException">The value can't be taken to another process.</exception>
    public SharedValue(T value)
    {
        var session = Agent.Session;
        var packed = Parcel.Pack(value);
        name = session.NextObject();
        session.Perform<Done>(new CreateValue(name, packed));
    }

    internal SharedValue(Handle handle) => name = handle.Name;

    Handle IShared.Handle => new(SharedKinds.Value, name);

    /// <summary>The value. Python: <c>v.value</c>.</summary>
    /// <exception cref="CannotTravelException">The value set can't be taken to another process.</exception>
    public T Value
    {
        get => Parcel.Unpack<T>(Agent.Session.Perform<Item>(new ReadValue(name)).Value);
        set => Agent.Session.Perform<Done>(new WriteValue(name, Parcel.Pack(value)));
    }
}
