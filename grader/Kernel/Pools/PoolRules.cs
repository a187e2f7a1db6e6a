using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel.Processes;

namespace ExerciseKit.Kernel.Pools;

/// <summary>Tasks are taken in the order of handing in, by whichever worker is free; results are kept by task, so that nothing depends on who did it.</summary>
internal sealed class PoolRules : IPrimitive
{
    public IReadOnlyList<Type> Operations { get; } =
    [
        typeof(CreatePool), typeof(SubmitTask), typeof(TakeTask), typeof(CompleteTask),
        typeof(AwaitTask), typeof(ClosePool), typeof(TerminatePool), typeof(JoinPool),
    ];

    public bool IsEnabled(KernelState state, AgentState agent, Operation operation)
    {
        if (Find(state, operation) is not { } pool || Refusal(pool, agent, operation) is not null)
            return true;
        return operation switch
        {
            TakeTask => pool.Next is not null || pool.Phase != PoolPhase.Open,
            AwaitTask wait => pool.FirstDone(wait.Numbers) is not null,
            // A task that was lost with its worker keeps a closed pool for ever, in CPython too.
            JoinPool => !LivingWorkers(state, pool).Any() && (pool.Phase == PoolPhase.Terminated || !pool.Tasks.OfType<TakenTask>().Any()),
            _ => true,
        };
    }

    public void Complete(Transition transition, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        var pool = Find(transition.State, operation);
        if (operation is CreatePool create && pool is null)
        {
            var workers = create.Workers.Order(StringComparer.Ordinal).ToEquatableArray();
            transition.Set(name, new PoolState(workers, PoolPhase.Open, []));
            transition.Answer(Done.Instance);
        }
        else if (operation is CreatePool || pool is null)
        {
            transition.Refuse(FailureKind.InvalidOperation, $"There is {(pool is null ? "no" : "already a")} pool {name}.");
        }
        else if (Refusal(pool, transition.Agent, operation) is { } reason)
        {
            transition.Refuse(FailureKind.InvalidOperation, reason);
        }
        else
        {
            Use(transition, operation, name, pool);
        }
    }

    public IEnumerable<string> HeldBy(KernelState state, AgentState agent, Operation operation)
    {
        var pool = Find(state, operation)!;
        return operation switch
        {
            TakeTask => [Names.Creator(((TakeTask)operation).Object)!],
            AwaitTask wait => Doers(state, pool, wait.Numbers).Distinct(),
            _ => LivingWorkers(state, pool).Concat(pool.Tasks.OfType<TakenTask>().Select(t => t.Worker)).Distinct(),
        };
    }

    public LocalizedText WaitsFor(KernelState state, AgentState agent, Operation operation)
    {
        var pool = Find(state, operation)!;
        var lost = pool.Tasks.OfType<TakenTask>().Any(t => state.Agents[t.Worker] is { IsAlive: false } && (operation is JoinPool || (operation is AwaitTask wait && wait.Numbers.Contains(t.Number))));
        return lost ? ("a task that was lost with its worker, {0}", "一个已经随工作进程 {0} 一起丢失的任务") : LocalizedText.Empty;
    }

    // Only the maker hands in and closes, behind what the workers take; and what it waits for alone stays as it is.
    public bool CommutesWithAll(KernelState state, AgentState agent, Operation operation) => operation switch
    {
        CreatePool or SubmitTask or ClosePool => true,
        AwaitTask { Numbers.Count: 1 } or JoinPool => IsEnabled(state, agent, operation),
        _ => false,
    };

    public bool IsIdle(Operation operation, Outcome result) =>
        operation is AwaitTask ? result is Flag { Value: false } : operation.IsLook;

    public IEnumerable<Access> Accesses(KernelState state, AgentState agent, Operation operation)
    {
        var name = ((ObjectOperation)operation).Object;
        if (Find(state, operation) is not { } pool || operation is CreatePool)
            return [Access.Write(name)];
        if (Refusal(pool, agent, operation) is not null)
            return [Access.Read(name)];
        return operation switch
        {
            TakeTask => [Access.Read(name), pool.Next is null ? Access.Read(Queue(name)) : Access.Write(Queue(name))],
            CompleteTask => [Access.Read(name), Access.Write(Task(name, pool.TakenBy(agent.Name)!.Number))],
            AwaitTask wait => [Access.Read(name), .. wait.Numbers.Select(number => Access.Write(Task(name, number)))],
            TerminatePool => [Access.Read(name), Access.Write(Queue(name)), .. pool.Workers.Select(Access.Write)],
            JoinPool => [Access.Read(name), .. pool.Workers.Select(Access.Read)],
            _ => [Access.Read(name)],
        };
    }

    private static PoolState? Find(KernelState state, Operation operation) => state.Find<PoolState>(((ObjectOperation)operation).Object);

    private static string Queue(string pool) => pool + "#queue";

    private static string Task(string pool, int number) => $"{pool}#{number}";

    private static IEnumerable<string> LivingWorkers(KernelState state, PoolState pool) =>
        pool.Workers.Where(worker => state.Agents[worker] is { IsAlive: true });

    /// <summary>Who is at these tasks, or will be.</summary>
    private static IEnumerable<string> Doers(KernelState state, PoolState pool, EquatableArray<int> numbers)
    {
        foreach (var task in pool.Tasks.Where(t => numbers.Contains(t.Number)))
        {
            if (task is TakenTask taken)
                yield return taken.Worker;
            else if (task is WaitingTask)
            {
                foreach (var worker in LivingWorkers(state, pool))
                    yield return worker;
            }
        }
    }

    private static string? Refusal(PoolState pool, AgentState agent, Operation operation) => operation switch
    {
        TakeTask when !pool.Workers.Contains(agent.Name) => "Only a pool's workers take its tasks.",
        CompleteTask when pool.TakenBy(agent.Name) is null => "A task was finished that was not taken.",
        TakeTask or CompleteTask => null,
        _ when Names.Creator(((ObjectOperation)operation).Object) != agent.Name => "Only the process that made a pool may use it. Send it what is to be done through a queue.",
        SubmitTask when pool.Phase == PoolPhase.Terminated => "The pool is terminated and takes no tasks. Hand in all tasks before Terminate.",
        SubmitTask when pool.Phase == PoolPhase.Closed => "The pool is closed and takes no tasks. Hand in all tasks before Close.",
        JoinPool when pool.Phase == PoolPhase.Open => "The pool is still open, so its workers would never end. Call Close or Terminate before Join.",
        _ => null,
    };

    private static void Use(Transition transition, Operation operation, string name, PoolState pool)
    {
        switch (operation)
        {
            case SubmitTask submit:
                transition.Set(name, pool with { Tasks = [.. pool.Tasks, new WaitingTask(submit.Number, submit.Target, submit.Arguments)] });
                transition.Answer(Done.Instance);
                break;
            case TakeTask when pool.Next is { } next:
                transition.Set(name, pool.With(new TakenTask(next.Number, transition.Agent.Name)));
                transition.Answer(new GivenTask(next.Target, next.Arguments));
                break;
            case CompleteTask finish:
                transition.Set(name, pool.With(new DoneTask(pool.TakenBy(transition.Agent.Name)!.Number, finish.Result)));
                transition.Answer(Done.Instance);
                break;
            case AwaitTask wait:
                var done = pool.FirstDone(wait.Numbers)!;
                transition.Set(name, pool.Without(done));
                transition.Answer(new FinishedTask(done.Number, done.Result, PatienceLeft(transition, wait)));
                break;
            case ClosePool:
                transition.Set(name, pool.Phase == PoolPhase.Open ? pool with { Phase = PoolPhase.Closed } : pool);
                transition.Answer(Done.Instance);
                break;
            case TerminatePool:
                Terminate(transition, name, pool);
                break;
            default:
                transition.Answer(Done.Instance);
                break;
        }
    }

    private static void Terminate(Transition transition, string name, PoolState pool)
    {
        transition.Set(name, pool with { Phase = PoolPhase.Terminated, Tasks = pool.Tasks.Where(t => t is not WaitingTask).ToEquatableArray() });
        foreach (var worker in pool.Workers)
        {
            if (transition.State.Agents[worker] is { } agent)
                Deaths.Ask(transition, agent, Death.Terminated);
        }

        transition.Answer(Done.Instance);
    }

    private static TimeSpan? PatienceLeft(Transition transition, AwaitTask wait)
    {
        if (wait.Numbers.Count == 1 || wait.Patience is null)
            return null;
        return transition.Agent.Deadline is { } deadline ? TimeSpan.FromTicks(Math.Max(0, (deadline - transition.State.Now).Ticks)) : wait.Patience;
    }
}
