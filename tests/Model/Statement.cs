namespace ExerciseKit.Tests.Model;

/// <summary>One line of a small program, as data.</summary>
internal abstract record Statement
{
    /// <summary>Where it stands; a statement in a loop stands at one place however often it is run.</summary>
    public int Line { get; init; }

    /// <summary>What tells it from others at its line.</summary>
    internal virtual string Progress => "";
}

/// <summary>A statement that others take the place of, without anybody noticing: a branch, a loop, a write in two steps.</summary>
internal abstract record Composite : Statement
{
    /// <summary>What takes its place.</summary>
    /// <param name="last">The result of the step before.</param>
    public abstract IReadOnlyList<Statement> Unfold(Result last);

    /// <summary>The same with every statement in it replaced.</summary>
    public virtual Composite Map(Func<Statement, Statement> map) => this;
}

/// <summary>What a process asks of the world, and what it means: this is the specification.</summary>
internal abstract record Step : Statement
{
    /// <summary>How many seconds it is ready to wait: null for ever, 0 not at all.</summary>
    internal virtual int? Patience => null;

    /// <summary>What it gives its process when its patience has run out.</summary>
    internal virtual Result OutOfPatience => Result.No;

    /// <summary>After how many seconds something happens by itself; null for never.</summary>
    internal virtual int? RingsAfter => Patience > 0 ? Patience : null;

    /// <summary>Whether it can come to its result now; a refusal is a result.</summary>
    public virtual bool CanHappen(World world, Actor me) => true;

    /// <summary>Does it.</summary>
    /// <returns>The result; null where the process goes on waiting, or is over.</returns>
    public abstract Result? Happen(World world, Actor me);

    /// <summary>Its patience has run out.</summary>
    public virtual void RunOut(World world, Actor me)
    {
    }

    /// <summary>Who could let it happen.</summary>
    public virtual IEnumerable<string> HeldBy(World world, Actor me) => [];
}
