using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;
using ExerciseKit.Preparation.Compilation;
using ExerciseKit.Preparation.Evaluation;
using ExerciseKit.Tests.Preparation.Compilation;

namespace ExerciseKit.Tests.Exploring;

/// <summary>Makes small programs ready to be explored, compiled and rewritten just as hand-ins are; one set of hosts serves them all.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    // Its project is like every exercise's; nothing else of it is used.
    private static readonly Exercise Settings = ExerciseCatalog.Load(Repository.Root).Find("07-ticket-sale")!;

    private static readonly HandInPreparation Preparation = Compilers.Preparation(new ProjectEvaluator(AppContext.BaseDirectory, EvaluationCache.ForUser()));

    private readonly HostPool hosts = new(SandboxDemand.WhatThereIs);

    /// <summary>Prepares a program.</summary>
    /// <param name="className">The class of the entries.</param>
    /// <param name="entry">The entry as <c>exercise.json</c> would write it, such as <c>Run(int buyers)</c>.</param>
    /// <param name="sources">Name and text of each file.</param>
    /// <exception cref="ArgumentException">It does not compile, or uses what hand-ins may not; the message says where.</exception>
    public ExplorableProgram Prepare(string className, string entry, params IEnumerable<(string Name, string Text)> sources)
    {
        var files = sources.Select(s => new SourceFile(s.Name, Encoding.UTF8.GetBytes(s.Text))).ToEquatableArray();
        var exercise = Settings with { ClassName = className, Entries = [EntrySignature.Parse(entry)], Given = [] };
        var outcome = Preparation.PrepareAsync(new SubmittedExercise(exercise, files, []), hosts.Folder, (_, _) => { }, CancellationToken.None).GetAwaiter().GetResult();
        return outcome is Prepared prepared
            ? new ExplorableProgram(prepared.Program, hosts)
            : throw new ArgumentException($"{className} can't be explored: {((Unfit)outcome).Message}", nameof(sources));
    }

    public async ValueTask DisposeAsync() => await hosts.DisposeAsync();
}
