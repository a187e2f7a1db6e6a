using System.Diagnostics;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Hosting.Running;
using ExerciseKit.Kernel;
using ExerciseKit.Preparation;
using ExerciseKit.Preparation.Evaluation;

namespace ExerciseKit.Grading.Preparing;

/// <summary>Has the student's files turned into a program that hosts can run, and puts it where they find it.</summary>
/// <param name="evaluator">Knows how the exercise's project calls the compiler.</param>
/// <param name="prepare">Does the work.</param>
internal sealed class HandInPreparation(ProjectEvaluator evaluator, HandInPreparation.Step prepare)
{
    /// <summary>Loop iterations between two operations before a program counts as hanging: about half a second of an empty loop.</summary>
    private const long DefaultLoopBudget = 50_000_000;

    /// <summary>Carries out an order, as <see cref="Preparers.PrepareAsync"/> does.</summary>
    internal delegate Task<PreparationReply> Step(PreparationOrder order, CancellationToken cancellation);

    /// <summary>Prepares one exercise's hand-in.</summary>
    /// <param name="handIn">The student's files.</param>
    /// <param name="folder">Where the rewritten assembly is put.</param>
    /// <param name="took">Told the time of each step.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="GraderFaultException">It failed, and the student is not to blame.</exception>
    public async Task<PreparationOutcome> PrepareAsync(SubmittedExercise handIn, string folder, Action<string, TimeSpan> took, CancellationToken cancellation)
    {
        var exercise = handIn.Exercise;
        if (!handIn.CanCompile)
            return new Unfit(Verdict.CompileError, ProblemLines.Of(handIn.Problems.Select(p => p.Message.Select(said => $"{p.File}: {said}"))), CallSite.Unknown);
        var began = Stopwatch.GetTimestamp();
        var reply = await prepare(PreparationOrder.For(exercise, handIn.Files, evaluator, cancellation) with { Own = handIn.Own }, cancellation).ConfigureAwait(false);
        var rewriting = TimeSpan.FromMilliseconds(reply is ProgramReady { RewriteMilliseconds: var spent } ? spent : 0);
        took("compile", Stopwatch.GetElapsedTime(began) - rewriting);
        took("rewrite", rewriting);
        return reply switch
        {
            ProgramUnfit unfit => new Unfit(unfit.Verdict, unfit.Message, unfit.Site),
            ProgramReady ready => new Prepared(Store(ready, exercise, folder), ready.LeftOut, ready.Cautions),
            _ => throw new UnreachableException(),
        };
    }

    private static StudentProgram Store(ProgramReady ready, Exercise exercise, string folder)
    {
        string path;
        try
        {
            path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName, exercise.Id + ".dll");
            File.WriteAllBytes(path, ready.Assembly);
            File.WriteAllBytes(Path.ChangeExtension(path, ".pdb"), ready.Symbols);
        }
        catch (IOException e)
        {
            throw new GraderFaultException($"The program of {exercise.Id} could not be put into {folder}: {e.Message.TrimEnd('.')}. Make room there, or name another folder in TMPDIR.", e);
        }

        return new StudentProgram(path, ready.EntryType, !ready.ReuseIsSafe, exercise.Limits.MaxLoopIterations ?? DefaultLoopBudget)
        {
            MaxProcesses = (int)Math.Min(exercise.Limits.MaxProcesses ?? KernelSettings.DefaultMaxProcesses, int.MaxValue),
        };
    }
}
