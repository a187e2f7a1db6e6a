using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Behaviour;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Playing;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Grading.Submissions.Trees;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Running;
using ExerciseKit.Hosting.Sandboxing;
using ExerciseKit.Preparation.Evaluation;

namespace ExerciseKit.Grading.Playing;

/// <summary>Makes a hand-in ready to be played: by the search that grades it.</summary>
/// <param name="root">The kit's root folder, which holds <c>exercises/</c>.</param>
public sealed class PlayOpener(string root)
{
    /// <summary>What is kept of the states.</summary>
    internal PlayBudget Budget { get; init; } = new();

    /// <summary>Who compiles; null for one of its own.</summary>
    internal Preparers? Preparers { get; init; }

    /// <summary>What is checked; null for the exercise's own checks.</summary>
    internal IReadOnlyList<Check>? Checks { get; init; }

    /// <summary>Makes it ready.</summary>
    /// <param name="request">What is to be played.</param>
    /// <param name="progress">Told what is being done; null for nobody.</param>
    /// <param name="stop">Ends the searching: what is known then can be played.</param>
    /// <param name="cancellation">Ends it all, the play too.</param>
    /// <exception cref="BadInputException">There is nothing to play, or it can't be run.</exception>
    public async Task<PlayTable> OpenAsync(PlayRequest request, IProgress<PlayProgress>? progress, CancellationToken stop, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var catalog = ExerciseCatalog.Load(root);
        var exercise = catalog.Find(request.Exercise);
        if (request.IsGame)
            request = request with { Path = GamesOf(request, exercise).Program, Check = request.Check ?? exercise!.Games!.Check };
        var handIn = Read(request, catalog, exercise);
        var checks = Checks ?? CheckCatalog.Drawn(request.Exercise, request.Seed, handIn.Exercise.Limits);
        var stages = new PlayStages(request, checks);
        var pool = new HostPool(request.RequireSandbox ? SandboxDemand.Everything : SandboxDemand.WhatThereIs);
        try
        {
            Tell(("compiling", "正在编译"));
            await pool.LimitAsync(LimitsOfExercise.ForHosts(handIn.Exercise.Limits)).ConfigureAwait(false);
            var program = await PrepareAsync(handIn, pool.Folder, cancellation).ConfigureAwait(false);
            pool.ReusesHosts = true;
            var probe = new BehaviourProbe(program, pool, cancellation);
            var explorer = new Explorer(program.EntryType, request.Seed, new BehaviourLibrary(probe, tasksLeaveNothing: !program.KeepsStatics), new SearchBudget(), program.MaxProcesses);
            return await Task.Run(() => Open(), cancellation).ConfigureAwait(false);

            PlayTable Open()
            {
                var stage = stages.Choose(explorer, Tell, stop, cancellation);
                var field = new PlayField(explorer, stage.Setting, stage.Properties);
                // What breaks is past where the search that grades has stopped, too: a player may go anywhere.
                var chart = field.Explore(Budget, (states, done) => Tell(($"mapping: {states:N0} states so far, {states - done:N0} of them still to go on from", $"正在绘制状态图：已有 {states:N0} 个状态，其中 {states - done:N0} 个还没有展开")), stop);
                return new PlayTable(handIn, request, stages.Scenarios, stage, chart, field, Budget, checks, pool, probe) { Repair = RepairOf(request, handIn.Exercise) };
            }
        }
        catch (NondeterminismException e)
        {
            await pool.DisposeAsync().ConfigureAwait(false);
            throw new BadInputException(($"{request.Exercise} can't be played: at its very first steps it does not do the same twice. {e.Text.En}", $"{request.Exercise} 无法单步演练：它从最初几步起就不是每次都一样。{e.Text.Zh}"));
        }
        catch (CondemnedProcessException e)
        {
            await pool.DisposeAsync().ConfigureAwait(false);
            throw new BadInputException(e.Text);
        }
        catch
        {
            await pool.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        void Tell(LocalizedText doing) => progress?.Report(new PlayProgress(doing));
    }

    private static ExerciseGames GamesOf(PlayRequest request, Exercise? exercise) => exercise?.Games
        ?? throw new BadInputException((
            $"{request.Exercise} offers no games of its own. `kit play {request.Exercise}` plays what you wrote: break it and predict it go with any program.",
            $"{request.Exercise} 没有自带的游戏。`kit play {request.Exercise}` 演练你写的程序：“弄坏它”和“猜一猜”对任何程序都能玩。"));

    private SubmittedExercise Read(PlayRequest request, ExerciseCatalog catalog, Exercise? exercise)
    {
        if (request.IsGame)
        {
            var file = new GatheredFile(exercise!.Files[0], Path.Combine(exercise.Folder, exercise.Games!.Program));
            return File.Exists(file.Path)
                ? SubmissionReader.Read(exercise.Id, [file], catalog, [exercise.Id]).Exercises.Single()
                : throw new BadInputException((
                    $"The program of the games of {exercise.Id}, {exercise.Games.Program}, is not here: it is half an answer, and comes with the teacher's course. `kit play {exercise.Id}` plays what you wrote: break it and predict it go with any program.",
                    $"这里没有 {exercise.Id} 的游戏程序 {exercise.Games.Program}：它相当于半个答案，只在教师的课程里。`kit play {exercise.Id}` 演练你写的程序：“弄坏它”和“猜一猜”对任何程序都能玩。"));
        }

        var path = request.Path ?? Path.Combine(root, "solutions", request.Exercise);
        if (request.Path is null && !Directory.Exists(path))
            throw new BadInputException((
                $"There is no solution of {request.Exercise} here: solutions come with the teacher's course. Leave out --solution to play your own.",
                $"这里没有 {request.Exercise} 的参考答案：参考答案只在教师的课程里。去掉 --solution 就可以演练你自己的程序。"));
        var handIn = SubmissionReader.Read(path, catalog, [request.Exercise]).Exercises.Single();
        return handIn.CanCompile
            ? handIn
            : throw new BadInputException((
                $"There is no {request.Exercise} to play in {path}: {string.Join("; ", handIn.Problems.Select(p => $"{p.File}: {p.Message.En}"))}",
                $"{path} 里没有可以演练的 {request.Exercise}：{string.Join("；", handIn.Problems.Select(p => $"{p.File}：{p.Message.Zh}"))}"));
    }

    private RepairProof? RepairOf(PlayRequest request, Exercise exercise) =>
        request.IsGame && exercise.Games!.Repair is not null ? new RepairProof(root, exercise, Preparers) : null;

    private async Task<StudentProgram> PrepareAsync(SubmittedExercise handIn, string folder, CancellationToken cancellation)
    {
        await using var own = Preparers is null ? new Preparers() : null;
        var preparation = new HandInPreparation(new ProjectEvaluator(AppContext.BaseDirectory, EvaluationCache.ForUser()), (Preparers ?? own!).PrepareAsync);
        return await preparation.PrepareAsync(handIn, folder, (_, _) => { }, cancellation).ConfigureAwait(false) switch
        {
            Prepared prepared => prepared.Program,
            Unfit unfit => throw new BadInputException((
                $"{handIn.Exercise.Id} can't be run ({unfit.Verdict}): {unfit.Message.En}",
                $"{handIn.Exercise.Id} 不能运行（{VerdictWords.Of(unfit.Verdict).Zh}）：{unfit.Message.Zh}")),
            var other => throw new InvalidOperationException($"Preparing a hand-in came to a {other.GetType().Name}."),
        };
    }
}
