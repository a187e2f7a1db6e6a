using System.Reflection;
using ExerciseKit.Contract;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>How the primitives are made again from their handles; a new primitive is added here and nowhere else.</summary>
internal static class SharedKinds
{
    public const string Dictionary = "dictionary";
    public const string List = "list";
    public const string Value = "value";
    internal const string QueueKind = "queue";

    internal const string JoinableQueueKind = "joinable-queue";

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
        [QueueKind] = MakeGeneric,
        [JoinableQueueKind] = MakeGeneric,
        [Handle.Connection] = (_, name) => new Connection(name),
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

    private static IShared MakeGeneric(Type type, string name) => MakeGeneric(type, (object)name);

    /// <summary>A generic primitive is made by a constructor that students do not see.</summary>
    private static IShared MakeGeneric(Type type, object argument) =>
        (IShared)Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DoNotWrapExceptions, binder: null, [argument], culture: null)!;
}
