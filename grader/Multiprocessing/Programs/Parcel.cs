using ExerciseKit.Contract;

namespace ExerciseKit.Multiprocessing.Programs;

/// <summary>A value on its way into a shared container and out of it.</summary>
internal static class Parcel
{
    /// <summary>Packs a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="called">What it is called in a message.</param>
    public static Payload Pack<T>(T value, string called = "value") => WithoutEnds(Agent.Program.Pack(value, typeof(T), called), called);

    /// <summary>A payload that can be taken out any number of times, which a pipe's end can't: nobody could tell when its last copy is closed.</summary>
    /// <exception cref="CannotTravelException">There is an end in it.</exception>
    public static Payload WithoutEnds(Payload payload, string called) => payload.Handles.Any(h => h.Kind == Handle.Connection)
        ? throw new CannotTravelException($"{called} holds a Connection, and a pipe's end can't go there. Hand it to a ChildProcess as an argument, or send it through a queue or a pipe.")
        : payload;

    public static T Unpack<T>(Payload payload) => (T)Agent.Program.Unpack(payload, typeof(T))!;

    /// <summary>Packs what an entry is looked up by: equal keys are packed alike.</summary>
    /// <exception cref="CannotTravelException">The key, or a part of it, can't travel or is a primitive.</exception>
    public static string PackKey<T>(T key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var packed = WithoutEnds(Agent.Program.PackKey(key, typeof(T)), "key");
        return packed.Handles.Count == 0
            ? packed.Json
            : throw new CannotTravelException("key", typeof(T), "holds a primitive, and a key is found by its value alone. Use a number or a text.");
    }

    public static T UnpackKey<T>(string key) => Unpack<T>(new Payload(key, []));
}
