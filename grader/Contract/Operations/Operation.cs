using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Contract.Operations;

/// <summary>What an agent asks of the kernel. The agent waits until the kernel answers with an <see cref="Outcome"/>.</summary>
/// <remarks>
/// A closed hierarchy, listed in <see cref="OperationFrames"/>: the wire contract, and <see cref="Protocol.Version"/> changes with it.
/// Names are relative to the speaking agent on the wire and absolute inside the kernel.
/// </remarks>
public abstract record Operation
{
    /// <summary>How long the agent is ready to wait: null for ever, zero not at all.</summary>
    public virtual TimeSpan? Timeout => null;

    /// <summary>The one answer that this operation can have, whatever the other agents do; null where there are several.</summary>
    /// <remarks>
    /// A host told to run ahead goes on with it without asking. An operation has one only if it cannot fail either:
    /// a release can (nobody may hold the lock), an untimed acquire cannot, since an honest host speaks of existing objects only.
    /// </remarks>
    public virtual Outcome? OnlyOutcome => null;

    /// <summary>Whether it asks about something that other agents may change, so that a loop round it can be a wait.</summary>
    public virtual bool IsLook => false;

    /// <summary>The same operation with every name in it replaced by <paramref name="map"/>.</summary>
    public virtual Operation MapNames(Func<string, string> map) => this;

    /// <summary>The operation in words, as a timeline shows it.</summary>
    public abstract LocalizedText Describe();

    /// <summary>What reads as code, which is the same in every language.</summary>
    protected static LocalizedText Code(string code) => LocalizedText.Same(code);
}

/// <summary>An operation on one primitive.</summary>
/// <param name="Object">The primitive's name.</param>
public abstract record ObjectOperation(string Object) : Operation
{
    public override Operation MapNames(Func<string, string> map) => this with { Object = map(Object) };
}
