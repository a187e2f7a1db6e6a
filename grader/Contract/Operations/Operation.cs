using System.Text.Json.Serialization;

namespace ExerciseKit.Contract.Operations;

/// <summary>What an agent asks of the kernel. The agent waits until the kernel answers with an <see cref="Outcome"/>.</summary>
/// <remarks>
/// A closed hierarchy: this list is the wire contract, and <see cref="Wire.Protocol.Version"/> changes with it.
/// Names are relative to the speaking agent on the wire and absolute inside the kernel.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "op")]
[JsonDerivedType(typeof(StartProcess), "start")]
[JsonDerivedType(typeof(JoinProcess), "join")]
[JsonDerivedType(typeof(QueryAlive), "alive")]
[JsonDerivedType(typeof(QueryExitCode), "exit-code")]
[JsonDerivedType(typeof(TerminateProcess), "terminate")]
[JsonDerivedType(typeof(KillProcess), "kill")]
[JsonDerivedType(typeof(QueryActiveChildren), "active-children")]
[JsonDerivedType(typeof(Identify), "identify")]
[JsonDerivedType(typeof(EndProcess), "end")]
[JsonDerivedType(typeof(CreateLock), "lock-create")]
[JsonDerivedType(typeof(AcquireLock), "lock-acquire")]
[JsonDerivedType(typeof(ReleaseLock), "lock-release")]
[JsonDerivedType(typeof(CreateDictionary), "dictionary-create")]
[JsonDerivedType(typeof(ReadEntry), "dictionary-read")]
[JsonDerivedType(typeof(WriteEntry), "dictionary-write")]
[JsonDerivedType(typeof(RemoveEntry), "dictionary-remove")]
[JsonDerivedType(typeof(QueryEntry), "dictionary-contains")]
[JsonDerivedType(typeof(CountEntries), "dictionary-count")]
[JsonDerivedType(typeof(ListKeys), "dictionary-keys")]
[JsonDerivedType(typeof(ListEntries), "dictionary-entries")]
[JsonDerivedType(typeof(CreateList), "list-create")]
[JsonDerivedType(typeof(ReadItem), "list-read")]
[JsonDerivedType(typeof(WriteItem), "list-write")]
[JsonDerivedType(typeof(AddItem), "list-add")]
[JsonDerivedType(typeof(CountList), "list-count")]
[JsonDerivedType(typeof(ListItems), "list-items")]
[JsonDerivedType(typeof(CreateValue), "value-create")]
[JsonDerivedType(typeof(ReadValue), "value-read")]
[JsonDerivedType(typeof(WriteValue), "value-write")]
[JsonDerivedType(typeof(CreatePool), "pool-create")]
[JsonDerivedType(typeof(SubmitTask), "pool-submit")]
[JsonDerivedType(typeof(TakeTask), "pool-take")]
[JsonDerivedType(typeof(CompleteTask), "pool-finish")]
[JsonDerivedType(typeof(AwaitTask), "pool-await")]
[JsonDerivedType(typeof(ClosePool), "pool-close")]
[JsonDerivedType(typeof(TerminatePool), "pool-terminate")]
[JsonDerivedType(typeof(JoinPool), "pool-join")]
[JsonDerivedType(typeof(CreateReentrantLock), "reentrant-lock-create")]
[JsonDerivedType(typeof(AcquireReentrantLock), "reentrant-lock-acquire")]
[JsonDerivedType(typeof(ReleaseReentrantLock), "reentrant-lock-release")]
[JsonDerivedType(typeof(CreateSemaphore), "semaphore-create")]
[JsonDerivedType(typeof(AcquireSemaphore), "semaphore-acquire")]
[JsonDerivedType(typeof(ReleaseSemaphore), "semaphore-release")]
[JsonDerivedType(typeof(CreateEvent), "event-create")]
[JsonDerivedType(typeof(SetEvent), "event-set")]
[JsonDerivedType(typeof(ResetEvent), "event-reset")]
[JsonDerivedType(typeof(QueryEvent), "event-query")]
[JsonDerivedType(typeof(AwaitEvent), "event-await")]
[JsonDerivedType(typeof(CreateCondition), "condition-create")]
[JsonDerivedType(typeof(BeginWait), "condition-wait")]
[JsonDerivedType(typeof(AwaitNotification), "condition-await")]
[JsonDerivedType(typeof(ReacquireLock), "condition-reacquire")]
[JsonDerivedType(typeof(NotifyWaiters), "condition-notify")]
[JsonDerivedType(typeof(CreateBarrier), "barrier-create")]
[JsonDerivedType(typeof(ArriveAtBarrier), "barrier-arrive")]
[JsonDerivedType(typeof(PassBarrier), "barrier-pass")]
[JsonDerivedType(typeof(CreateQueue), "queue-create")]
[JsonDerivedType(typeof(PutItem), "queue-put")]
[JsonDerivedType(typeof(GetItem), "queue-get")]
[JsonDerivedType(typeof(QueryQueueCount), "queue-count")]
[JsonDerivedType(typeof(QueryQueueEmpty), "queue-empty")]
[JsonDerivedType(typeof(QueryQueueFull), "queue-full")]
[JsonDerivedType(typeof(FinishTask), "queue-task-done")]
[JsonDerivedType(typeof(JoinQueue), "queue-join")]
[JsonDerivedType(typeof(CreatePipe), "pipe-create")]
[JsonDerivedType(typeof(SendMessage), "pipe-send")]
[JsonDerivedType(typeof(ReceiveMessage), "pipe-receive")]
[JsonDerivedType(typeof(PollConnection), "pipe-poll")]
[JsonDerivedType(typeof(CloseConnection), "pipe-close")]
[JsonDerivedType(typeof(WriteConsole), "print")]
[JsonDerivedType(typeof(ReadFile), "file-read")]
[JsonDerivedType(typeof(TruncateFile), "file-truncate")]
[JsonDerivedType(typeof(FillFile), "file-fill")]
[JsonDerivedType(typeof(AppendFile), "file-append")]
[JsonDerivedType(typeof(MoveFile), "file-move")]
[JsonDerivedType(typeof(DeleteFile), "file-delete")]
[JsonDerivedType(typeof(QueryFileExists), "file-exists")]
[JsonDerivedType(typeof(Sleep), "sleep")]
[JsonDerivedType(typeof(ReadClock), "clock")]
[JsonDerivedType(typeof(DrawSeed), "seed")]
public abstract record Operation
{
    /// <summary>How long the agent is ready to wait: null for ever, zero not at all.</summary>
    [JsonIgnore]
    public virtual TimeSpan? Timeout => null;

    /// <summary>The one answer that this operation can have, whatever the other agents do; null where there are several.</summary>
    /// <remarks>
    /// A host told to run ahead goes on with it without asking. An operation has one only if it cannot fail either:
    /// a release can (nobody may hold the lock), an untimed acquire cannot, since an honest host speaks of existing objects only.
    /// </remarks>
    [JsonIgnore]
    public virtual Outcome? OnlyOutcome => null;

    /// <summary>Whether it asks about something that other agents may change, so that a loop round it can be a wait.</summary>
    [JsonIgnore]
    public virtual bool IsLook => false;

    /// <summary>The same operation with every name in it replaced by <paramref name="map"/>.</summary>
    public virtual Operation MapNames(Func<string, string> map) => this;

    /// <summary>The operation in words, as a timeline shows it.</summary>
    public abstract string Describe();
}

/// <summary>An operation on one primitive.</summary>
/// <param name="Object">The primitive's name.</param>
public abstract record ObjectOperation(string Object) : Operation
{
    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object) };
}
