using System.Diagnostics;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Preparation.Compilation;
using ExerciseKit.Preparation.Policy;
using ExerciseKit.Preparation.Rewriting;

namespace ExerciseKit.Preparation;

/// <summary>Turns a student's files into a program that hosts can run: compile, look for the entries, check the policy, rewrite.</summary>
/// <remarks>The same order gives the same reply, its time aside. All of it reads what the student wrote, so it takes place in a process of its own.</remarks>
internal sealed class ProgramPreparation
{
    /// <summary>The largest assembly, and the largest symbols, that are taken: an exercise compiles to some kilobytes.</summary>
    internal const int MaxBytes = 16 << 20;

    /// <summary>Methods that nobody calls are told so far: each is the student's to find then.</summary>
    private const int MaxToldIdle = 3;

    private readonly StudentCompiler compiler = new();

    /// <summary>Prepares.</summary>
    /// <exception cref="GraderFaultException">It failed, and the student is not to blame.</exception>
    /// <exception cref="OutOfMemoryException">It takes more than there is.</exception>
    public PreparationReply Prepare(PreparationOrder order)
    {
        if (order.Own.Count == 0)
            return Prepare(order, order.Files);
        var whole = Prepare(order, order.Files.Concat(order.Own).ToEquatableArray());
        if (whole is not ProgramUnfit unfit)
            return whole;
        // What lies beside an answer may be a draft or another copy: the answer counts where it needs none of that.
        return Prepare(order, order.Files) is ProgramReady alone
            ? alone with { LeftOut = [NotTogether([.. order.Own.Select(f => f.Name)], unfit.Message.Select(said => said.Split('\n')[0])), .. alone.LeftOut] }
            : whole;
    }

    private static LocalizedText TooLarge { get; } = (
        $"The source compiles to more than the {MaxBytes >> 20} MiB that are allowed. Make it smaller.",
        $"源代码编译后超过了允许的 {MaxBytes >> 20} MiB。请把它改小些。");

    private static LocalizedText NotTogether(IReadOnlyList<string> others, LocalizedText why) => (
        $"Not compiled with it: {string.Join(", ", others)}. Together they are refused: {why.En}",
        $"没有一起编译的文件：{string.Join("，", others)}。一起编译会被拒绝：{why.Zh}");

    private static LocalizedText NobodyCalls(PolicyRefusal refusal) => (
        $"{refusal.Site}: {refusal.Member} may not be used here; nothing calls the method, so it was left out.",
        $"{refusal.Site}：这里不能用 {refusal.MemberZh}；这个方法没有谁调用，所以略去了它。");

    private PreparationReply Prepare(PreparationOrder order, EquatableArray<SourceFile> files)
    {
        var exercise = order.Exercise;
        var outcome = compiler.Compile(exercise.Id, order.Invocation, order.Given, files, CancellationToken.None);
        if (outcome is not Compiled compiled)
            return Unfit(((NotCompiled)outcome).Diagnostics);
        if (Math.Max(compiled.Assembly.Length, compiled.Symbols.Length) > MaxBytes)
            return new ProgramUnfit(Verdict.Limit, TooLarge, CallSite.Unknown);
        var entries = EntryPoints.Inspect(compiled, exercise);
        if (entries is not EntryPointsFound found)
            return new ProgramUnfit(Verdict.CompileError, ProblemLines.Of(((EntryPointsMissing)entries).Problems), CallSite.Unknown);
        var began = Stopwatch.GetTimestamp();
        return Rewriter.Rewrite(compiled.Assembly, compiled.Symbols, AllowList.Standard.With(exercise.Allow), found.TypeName, [.. exercise.Entries.Select(e => e.Name)]) switch
        {
            Refused { Refusals: var refusals } => new ProgramUnfit(Verdict.Policy, ProblemLines.Of(refusals.Select(r => r.Reason.Select(reason => $"{r.Site}: {reason}"))), refusals[0].Site),
            Rewritten done => new ProgramReady(
                done.Assembly, done.Symbols, found.TypeName, done.ReuseIsSafe, Stopwatch.GetElapsedTime(began).TotalMilliseconds)
            {
                LeftOut = done.Idle.Take(MaxToldIdle).Select(NobodyCalls).ToEquatableArray(),
                Cautions = done.Cautions,
            },
            _ => throw new UnreachableException(),
        };
    }

    private static ProgramUnfit Unfit(EquatableArray<CompileDiagnostic> diagnostics) =>
        new(Verdict.CompileError, ProblemLines.Of(diagnostics.Where(d => d.IsError).Select(d => d.Describe())), diagnostics[0].Site);
}
