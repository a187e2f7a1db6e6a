using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;

namespace ExerciseKit.Multiprocessing;

/// <summary>A process that this one starts. Python: <c>multiprocessing.Process</c>.</summary>
/// <remarks>
/// Make one from a static method with <c>Create</c>, or derive from this class and override <see cref="Run"/>.
/// The child is a process of its own: it gets copies of the arguments, and its static fields start afresh.
/// What it shares with its parent are the primitives (locks, queues, …) among the arguments.
/// </remarks>
public partial class ChildProcess
{
    private const string OnlyTheCreator = "only the process that made a ChildProcess may start it, wait for it or look at it.";

    private readonly AgentSession? creator;
    private readonly string process;
    private readonly Delegate? target;
    private readonly object?[] arguments = [];
    private string? name;
    private bool? isDaemon;
    private ProcessIdentity? identity;
    private readonly CallSite madeAt;
    private CallSite flaggedAt;

    /// <summary>For derived classes, which override <see cref="Run"/>.</summary>
    protected ChildProcess()
    {
        creator = Agent.Session;
        process = creator.NextChild();
        madeAt = creator.Site;
    }

    private ChildProcess(Delegate target, params object?[] arguments)
        : this()
    {
        ArgumentNullException.ThrowIfNull(target);
        this.target = target;
        this.arguments = arguments;
    }

    /// <summary>The name; <c>Process-1</c>, <c>Process-2</c>, … where none was given, for a derived class <c>ItsName-1</c>. Python: <c>name</c>.</summary>
    /// <exception cref="InvalidOperationException">It was set after <see cref="Start"/>.</exception>
    public string Name
    {
        get => IsSelf ? CurrentProcess.Name : identity?.Name ?? name ?? DefaultName;
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            RequireNotStarted(nameof(Name));
            name = value;
        }
    }

    /// <summary>Whether the child is terminated when this process ends; inherited from it unless set. Python: <c>daemon</c>.</summary>
    /// <exception cref="InvalidOperationException">It was set after <see cref="Start"/>.</exception>
    public bool IsDaemon
    {
        get => IsSelf ? CurrentProcess.IsDaemon : identity?.IsDaemon ?? isDaemon ?? CurrentProcess.IsDaemon;
        set
        {
            RequireNotStarted(nameof(IsDaemon));
            isDaemon = value;
            flaggedAt = creator!.Site;
        }
    }

    /// <summary>The process id. Python: <c>pid</c>.</summary>
    /// <exception cref="InvalidOperationException">The child has not been started.</exception>
    public int Id => IsSelf ? CurrentProcess.Id : Started(nameof(Id)).Id;

    /// <summary>Whether the child has been started and has not ended. Python: <c>is_alive()</c>.</summary>
    public bool IsAlive => IsSelf || (identity is not null && Perform<Flag>(new QueryAlive(process)).Value);

    /// <summary>Null before the start and while the child lives; then 0 after a return, 1 after an unhandled exception, n after
    /// <c>Environment.Exit(n)</c>, of which POSIX keeps a byte (300 is 44, -1 is 255), -15 after <see cref="Terminate"/>, -9 after <see cref="Kill"/>. Python: <c>exitcode</c>.</summary>
    public int? ExitCode => !IsSelf && identity is not null && Perform<Outcome>(new QueryExitCode(process)) is Number code ? (int)code.Value : null;

    /// <summary>Whether this is the object as its own process sees it, which no constructor has made.</summary>
    private bool IsSelf => creator is null;

    /// <summary>Python counts from 1, in the order in which a process makes its children.</summary>
    private string DefaultName => $"{(target is null ? GetType().Name.Split('`')[0] : "Process")}-{Ordinal}";

    private int Ordinal => int.Parse(process.AsSpan(1)) + 1;

    /// <summary>Starts the process: copies the arguments, and runs the method there. Python: <c>start()</c>.</summary>
    /// <exception cref="CannotTravelException">The target or an argument can't be taken to another process; the message says which and why.</exception>
    /// <remarks>
    /// At most 64 processes may live at once in a grading, the first one counted, and 1,000 by hand; Python leaves that to the system.
    /// Started by hand, the child has the working folder and the environment that this process has now.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The child was started before, this process is a daemon, which may have no children, or too many processes live.</exception>
    public void Start()
    {
        RequireCreator(nameof(Start));
        var program = Agent.Program;
        var (method, payload) = packed ?? (target is null ? program.Pack(this) : program.Pack(target, arguments));
        identity = Perform<ProcessIdentity>(new StartProcess(process, name, isDaemon, method, payload)
        {
            Surroundings = creator!.IsByHand ? ByHand.OwnSurroundings.Take() : null,
            MadeAt = madeAt.IsKnown ? madeAt : null,
            FlaggedAt = flaggedAt.IsKnown ? flaggedAt : null,
        });
        creator!.Children[process] = this;
        if (identity.StartTakes > TimeSpan.Zero)
            Perform<Done>(new Sleep(identity.StartTakes) { IsStart = true });
    }

    /// <summary>Waits until the child has ended. Python: <c>join()</c>.</summary>
    /// <exception cref="InvalidOperationException">The child has not been started.</exception>
    public void Join()
    {
        Started(nameof(Join));
        Perform<Flag>(new JoinProcess(process, Patience: null));
    }

    /// <summary>Waits until the child has ended, but no longer than told. Python: <c>join(timeout)</c>, then <c>is_alive()</c>.</summary>
    /// <param name="timeout">How long to wait; zero not at all; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>True when the child has ended.</returns>
    /// <exception cref="InvalidOperationException">The child has not been started.</exception>
    public bool Join(TimeSpan timeout)
    {
        Started(nameof(Join));
        return Perform<Flag>(new JoinProcess(process, Agent.Patience(timeout))).Value;
    }

    /// <summary>Asks the child to die, by SIGTERM: it runs no cleanup, and what it holds stays held. Python: <c>terminate()</c>.</summary>
    /// <remarks>It takes a moment: right after it, <see cref="IsAlive"/> may still be true, and <see cref="ExitCode"/> null. Join it to be sure.</remarks>
    /// <exception cref="InvalidOperationException">The child has not been started.</exception>
    public void Terminate()
    {
        Started(nameof(Terminate));
        Perform<Done>(new TerminateProcess(process));
    }

    /// <summary>The same as <see cref="Terminate"/>, by SIGKILL. Python: <c>kill()</c>.</summary>
    /// <exception cref="InvalidOperationException">The child has not been started.</exception>
    public void Kill()
    {
        Started(nameof(Kill));
        Perform<Done>(new KillProcess(process));
    }

    /// <summary>What the process does; the base does nothing. Python: <c>run()</c>.</summary>
    protected virtual void Run()
    {
    }

    internal void RunHere() => Run();

    private T Perform<T>(Operation operation)
        where T : Outcome
    {
        RequireCreator(operation.Describe().En);
        return creator!.Perform<T>(operation);
    }

    private void RequireCreator(string action)
    {
        if (IsSelf || creator != AgentSession.Current)
            throw new InvalidOperationException($"{action} was asked by another process than the creator: {OnlyTheCreator}");
    }

    private void RequireNotStarted(string property)
    {
        if (IsSelf || identity is not null)
            throw new InvalidOperationException($"{property} of process {Name} was set after its Start; set it before.");
    }

    private ProcessIdentity Started(string action)
    {
        RequireCreator(action);
        return identity ?? throw new InvalidOperationException($"{action} of process {Name} was asked before its Start; call Start first.");
    }
}
