using System.Collections.Frozen;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Barriers;
using ExerciseKit.Kernel.Conditions;
using ExerciseKit.Kernel.Consoles;
using ExerciseKit.Kernel.Events;
using ExerciseKit.Kernel.Files;
using ExerciseKit.Kernel.Locks;
using ExerciseKit.Kernel.Pipes;
using ExerciseKit.Kernel.Pools;
using ExerciseKit.Kernel.Processes;
using ExerciseKit.Kernel.Queues;
using ExerciseKit.Kernel.Randomness;
using ExerciseKit.Kernel.Semaphores;
using ExerciseKit.Kernel.Shared;
using ExerciseKit.Kernel.Time;

namespace ExerciseKit.Kernel.Rules;

/// <summary>All primitives; a new one is added here and nowhere else in the kernel.</summary>
internal static class Primitives
{
    private static readonly IPrimitive[] All =
    [
        new ProcessRules(),
        new EndRules(),
        new LockRules(),
        new DictionaryRules(),
        new ListRules(),
        new ValueRules(),
        new PoolRules(),
        new ReentrantLockRules(),
        new SemaphoreRules(),
        new EventRules(),
        new ConditionRules(),
        new BarrierRules(),
        new QueueRules(),
        new PipeRules(),
        new FileRules(),
        new StreamRules(),
        new ConsoleRules(),
        new TimeRules(),
        new SeedRules(),
    ];

    private static readonly FrozenDictionary<Type, IPrimitive> ByOperation =
        All.SelectMany(p => p.Operations, (p, type) => (type, p)).ToFrozenDictionary(x => x.type, x => x.p);

    /// <summary>The rules that an operation falls under.</summary>
    public static IPrimitive Of(Operation operation) =>
        ByOperation.TryGetValue(operation.GetType(), out var primitive)
            ? primitive
            : throw new ArgumentException($"The kernel has no rule for the operation {operation.GetType().Name}; add it to a primitive's folder.");
}
