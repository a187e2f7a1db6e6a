using System.Reflection;
using ExerciseKit.Contract;
using ExerciseKit.Multiprocessing.Pools;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>How the primitives are made again from their handles; a new primitive is added here and nowhere else.</summary>
internal static class SharedKinds
{
    public const string Dictionary = "dictionary";
    public const string List = "list";
    public const string Value = "value";

    private static readonly Dictionary<string, Func<Type, string, IShared>> Factories = new()
    {
        [ProcessLock.Kind] = (_, name) => new ProcessLock(name),
        [PoolHandle.Kind] = (_, name) => new PoolHandle(name),
        [Dictionary] = (type, name) => MakeGeneric(type, new Handle(Dictionary, name)),
        [List] = (type, name) => MakeGeneric(type, new Handle(List, name)),
        [Value] = (type, name) => MakeGeneric(type, new Handle(Value, name)),
        [ProcessReentrantLock.Kind] = (_, name) => new ProcessReentrantLock(name),
        [ProcessSemaphore.Kind] = (_, name) => new ProcessSemaphore(name),
        [ProcessEvent.Kind] = (_, name) => new ProcessEvent(name),
        [ConditionHandle.Kind] = (_, name) => new ConditionHandle(name),
        [ProcessBarrier.Kind] = (_, name) => new ProcessBarrier(name),
    };

    /// <summary>The primitive that a handle names.</summary>
    /// <param name="handle">What came.</param>
    /// <param name="type">The primitive's type where it was packed, which tells the item type of a generic one.</param>
    public static IShared Make(Handle handle, Type type)
    {
        if (!Factories.TryGetValue(handle.Kind, out var factory))
            throw new InvalidOperationException($"A primitive of the unknown kind '{handle.Kind}' arrived; add it to {nameof(SharedKinds)}.");
        return factory(type, handle.Name);
    }

    /// <summary>A generic primitive is made by its internal constructor, which students do not see.</summary>
    private static IShared MakeGeneric(Type type, Handle handle) =>
        (IShared)Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.NonPublic, binder: null, [handle], culture: null)!;
}
