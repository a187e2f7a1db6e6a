using System.Diagnostics;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading.Compilation;
using ExerciseKit.Grading.Exercises;
using ExerciseKit.Grading.Policy;
using ExerciseKit.Grading.Rewriting;
using ExerciseKit.Grading.Running;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Kernel;

namespace ExerciseKit.Grading.Preparation;

/// <summary>Turns the student's files into a program that hosts can run: compile, look for the entries, check the policy, rewrite.</summary>
internal sealed class HandInPreparation(StudentCompiler compiler)
{
    private const int MaxToldProblems = 10;

    /// <summary>Loop iterations between two operations before a program counts as hanging: about half a second of an empty loop.</summary>
    private const long DefaultLoopBudget = 50_000_000;

    /// <summary>Prepares one exercise's hand-in.</summary>
    /// <param name="handIn">The student's files.</param>
    /// <param name="folder">Where the rewritten assembly is put.</param>
    /// <param name="times">Takes the time of each step.</param>
    public PreparationOutcome Prepare(SubmittedExercise handIn, string folder, StepTimes times, CancellationToken cancellation)
    {
        var exercise = handIn.Exercise;
        if (!handIn.CanCompile)
            return new Unfit(Verdict.CompileError, Lines(handIn.Problems.Select(p => $"{p.File}: {p.Message}")), CallSite.Unknown);
        var outcome = times.Measure("compile", () => compiler.Compile(exercise, handIn.Files, cancellation));
        if (outcome is not Compiled compiled)
            return NotCompiled(outcome);
        if (EntryPoints.Inspect(compiled, exercise) is not EntryPointsFound found)
            return new Unfit(Verdict.CompileError, Lines(((EntryPointsMissing)EntryPoints.Inspect(compiled, exercise)).Problems), CallSite.Unknown);
        var rewritten = times.Measure("rewrite", () => Rewriter.Rewrite(compiled.Assembly, compiled.Symbols, AllowList.Standard.With(exercise.Allow)));
        return rewritten switch
        {
            Refused refused => new Unfit(
                Verdict.Policy,
                Lines(refused.Refusals.Select(r => $"{r.Site}: {r.Reason}")),
                refused.Refusals[0].Site),
            Rewritten done => new Prepared(Store(done, exercise, found.TypeName, folder)),
            _ => throw new UnreachableException(),
        };
    }

    private static StudentProgram Store(Rewritten rewritten, Exercise exercise, string entryType, string folder)
    {
        string path;
        try
        {
            path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName, exercise.Id + ".dll");
            File.WriteAllBytes(path, rewritten.Assembly);
            File.WriteAllBytes(Path.ChangeExtension(path, ".pdb"), rewritten.Symbols);
        }
        catch (IOException e)
        {
            throw new GraderFaultException($"The program of {exercise.Id} could not be put into {folder}: {e.Message} Make room there, or name another folder in TMPDIR.", e);
        }

        return new StudentProgram(path, entryType, !rewritten.ReuseIsSafe, exercise.Limits.MaxLoopIterations ?? DefaultLoopBudget, rewritten.Facts)
        {
            MaxProcesses = (int)Math.Min(exercise.Limits.MaxProcesses ?? KernelSettings.DefaultMaxProcesses, int.MaxValue),
        };
    }

    private static Unfit NotCompiled(CompileOutcome outcome) => outcome switch
    {
        NotCompiled { Diagnostics: var diagnostics } =>
            new Unfit(Verdict.CompileError, Lines(diagnostics.Where(d => d.IsError).Select(d => d.ToString())), diagnostics[0].Site),
        CompileAbandoned { Bound: var bound } =>
            new Unfit(Verdict.Limit, $"The compiler was not done with the source within {bound.TotalSeconds} s of processor time a core. Simplify it.", CallSite.Unknown),
        _ => throw new UnreachableException(),
    };

    private static string Lines(IEnumerable<string> problems)
    {
        var all = problems.ToList();
        var told = string.Join('\n', all.Take(MaxToldProblems));
        return all.Count > MaxToldProblems ? $"{told}\n… and {all.Count - MaxToldProblems} more." : told;
    }
}
