namespace ExerciseKit.Contract.Operations;

/// <summary>Make a pool. Always first for its name; its workers are started right after.</summary>
/// <param name="Object">The pool.</param>
/// <param name="Workers">The speaker's children that will be its workers.</param>
public sealed record CreatePool(string Object, EquatableArray<string> Workers) : CreateOperation(Object)
{
    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Workers = Workers.Select(map).ToEquatableArray() };

    public override LocalizedText Describe() => Code($"new ProcessPool({Workers.Count})");
}

/// <summary>Hand in a task. A pool that is closed takes none; ProcessPool refuses it before, so that this has one outcome.</summary>
/// <param name="Object">The pool.</param>
/// <param name="Number">The task's number, from 1 in the order of handing in.</param>
/// <param name="Target">What the task runs.</param>
/// <param name="Arguments">A JSON array, one element an argument.</param>
public sealed record SubmitTask(string Object, int Number, Target Target, Payload Arguments) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Arguments = Arguments.MapNames(map) };

    public override LocalizedText Describe() => ($"ProcessPool.ApplyAsync (task {Number}) {Target} {Arguments.Short}", $"ProcessPool.ApplyAsync（任务 {Number}）{Target} {Arguments.Short}");
}

/// <summary>A worker waits for its next task. Answer: <see cref="GivenTask"/>, or <see cref="Done"/> when no more will come.</summary>
public sealed record TakeTask(string Object) : ObjectOperation(Object)
{
    public override LocalizedText Describe() => ("ProcessPool (next task)", "ProcessPool（取下一个任务）");
}

/// <summary>A worker hands in what its task came to.</summary>
public sealed record CompleteTask(string Object, TaskResult Result) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object), Result = Result.MapNames(map) };

    public override LocalizedText Describe() => ($"ProcessPool (task done) {Result.Describe().En}", $"ProcessPool（任务完成）{Result.Describe().Zh}");
}

/// <summary>
/// Wait until one of several tasks is finished. Answer: <see cref="FinishedTask"/>, of the first in the order of handing in;
/// <see cref="Flag"/>, false, where the patience ran out. A result is given once.
/// </summary>
public sealed record AwaitTask(string Object, EquatableArray<int> Numbers, TimeSpan? Patience) : ObjectOperation(Object)
{
    public override bool IsLook => true;

    public override TimeSpan? Timeout => Patience;

    public override LocalizedText Describe()
    {
        var numbers = string.Join(", ", Numbers);
        LocalizedText tasks = Numbers.Count == 1 ? ($" (task {numbers})", $"（任务 {numbers}）") : ($" (one of the tasks {numbers})", $"（任务 {numbers} 之一）");
        return Patience switch
        {
            null => tasks.Select(of => $"PoolResult.Wait{of}"),
            { Ticks: 0 } => tasks.Select(of => $"PoolResult.IsReady{of}"),
            { } patience => tasks.Select(of => $"PoolResult.Wait{of} {patience.TotalSeconds} s"),
        };
    }
}

/// <summary>From now on the pool takes no more tasks; its workers end when those that it has are done.</summary>
public sealed record ClosePool(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => Code("ProcessPool.Close");
}

/// <summary>Drop the tasks that wait, and ask all workers to die as by Terminate.</summary>
public sealed record TerminatePool(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => Code("ProcessPool.Terminate");
}

/// <summary>Wait until all workers have ended. ProcessPool refuses it while the pool is open, so that it has one outcome.</summary>
public sealed record JoinPool(string Object) : ObjectOperation(Object)
{
    public override Outcome? OnlyOutcome => Done.Instance;

    public override LocalizedText Describe() => Code("ProcessPool.Join");
}

/// <summary>What a task came to.</summary>
/// <param name="Value">What it returned.</param>
/// <param name="Failure">The exception that ended it; then there is no value.</param>
public sealed record TaskResult(Payload? Value, TaskFailure? Failure = null)
{
    public TaskResult MapNames(Func<string, string> map) => this with { Value = Value?.MapNames(map) };

    public LocalizedText Describe() => Failure is null ? LocalizedText.Same(Value?.Short ?? "") : ($"{Failure.TypeName}: {Failure.Message}", $"{Failure.TypeName}：“{Failure.Message}”");
}

/// <summary>An exception that ended a task; its process goes on.</summary>
/// <param name="Type">The name by which the program finds the exception's type again.</param>
/// <param name="Message">Its message.</param>
/// <param name="Trace">Its stack trace in the worker, the student's frames only.</param>
public sealed record TaskFailure(string Type, string Message, string Trace)
{
    /// <summary>The type's name without the assembly that it is found in.</summary>
    public string TypeName => NameOf(Type);

    /// <inheritdoc cref="TypeName"/>
    public static string NameOf(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var end = type.AsSpan().IndexOfAny(',', '[');
        return end < 0 ? type : type[..end];
    }
}
