using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Barriers;
using ExerciseKit.Kernel.Conditions;
using ExerciseKit.Kernel.Events;
using ExerciseKit.Kernel.Files;
using ExerciseKit.Kernel.Locks;
using ExerciseKit.Kernel.Pipes;
using ExerciseKit.Kernel.Pools;
using ExerciseKit.Kernel.Queues;
using ExerciseKit.Kernel.Randomness;
using ExerciseKit.Kernel.Semaphores;
using ExerciseKit.Kernel.Shared;
using ExerciseKit.Tests.Model;
using Operations = ExerciseKit.Contract.Operations;

namespace ExerciseKit.Tests.Kernel.Driving;

/// <summary>Between the words of the model and those of the kernel.</summary>
internal static class Translation
{
    /// <summary>The seed of settings that name none.</summary>
    private const int Seed = 1;

    /// <summary>What every process runs: which text that is goes by its name.</summary>
    public static Target Target { get; } = new("Program", "Main", "");

    public static Turn ToTurn(Choice choice) => new(choice.Agent, choice.Kind switch
    {
        ChoiceKind.Complete => TurnKind.Happens,
        ChoiceKind.TimeOut => TurnKind.RunsOut,
        _ => TurnKind.Dies,
    });

    public static Choice ToChoice(Turn turn) => new(turn.Process, turn.Kind switch
    {
        TurnKind.Happens => ChoiceKind.Complete,
        TurnKind.RunsOut => ChoiceKind.TimeOut,
        _ => ChoiceKind.Die,
    });

    public static Printout ToPrintout(ConsoleStream stream) => stream == ConsoleStream.Error ? Printout.Error : Printout.Output;

    /// <summary>What a process at this place asks of the kernel, in its own words.</summary>
    public static Operation ToOperation(Cursor cursor, string speaker, SmallProgram program)
    {
        return cursor.Step switch
        {
            Start start => new StartProcess(Own(start.Process), null, program.Processes[start.Process].IsDaemon, Target, ChannelWords.Ends(program.Processes[start.Process].Ends, Own)),
            Join join => new JoinProcess(Own(join.Process), Seconds(join.Seconds)),
            AskAlive ask => new QueryAlive(Own(ask.Process)),
            AskExitCode ask => new QueryExitCode(Own(ask.Process)),
            Terminate terminate => new TerminateProcess(Own(terminate.Process)),
            Kill kill => new KillProcess(Own(kill.Process)),
            ListChildren => new QueryActiveChildren(),
            Throw => new EndProcess(Ending.Threw, 1, Crash: new Crash("System.Exception", "thrown", "", CallSite.Unknown)),
            Exit exit => new EndProcess(Ending.Exited, exit.Code),
            Return => new EndProcess(Ending.Returned, 0),
            Model.CreateLock create => new Operations.CreateLock(Own(create.Name)),
            Acquire acquire => new AcquireLock(Own(acquire.Name), Seconds(acquire.Seconds)),
            Release release => new ReleaseLock(Own(release.Name)),
            MakeDictionary make => new CreateDictionary(Own(make.Name)),
            PutEntry put => new WriteEntry(Own(put.Name), Key(put.Key), Value(put.Value)),
            BumpEntry bump => new WriteEntry(Own(bump.Name), Key(bump.Key), Value(SharedStep.OneMore(cursor.Last))),
            GetEntry get => new ReadEntry(Own(get.Name), Key(get.Key)),
            DropEntry drop => new RemoveEntry(Own(drop.Name), Key(drop.Key)),
            HasEntry has => new QueryEntry(Own(has.Name), Key(has.Key)),
            CountOfEntries count => new CountEntries(Own(count.Name)),
            KeysOf keys => new ListKeys(Own(keys.Name)),
            EntriesOf entries => new ListEntries(Own(entries.Name)),
            MakeList make => new CreateList(Own(make.Name), [Value(make.Item)]),
            GetAt get => new ReadItem(Own(get.Name), get.Index),
            PutAt put => new WriteItem(Own(put.Name), put.Index, Value(put.Value)),
            AddLast add => new AddItem(Own(add.Name), Value(add.Value)),
            CountOfItems count => new CountList(Own(count.Name)),
            ItemsOf items => new ListItems(Own(items.Name)),
            MakeValue make => new CreateValue(Own(make.Name), Value(make.Value)),
            GetValue get => new ReadValue(Own(get.Name)),
            PutValue put => new WriteValue(Own(put.Name), Value(put.Value)),
            BumpValue bump => new WriteValue(Own(bump.Name), Value(SharedStep.OneMore(cursor.Last))),
            MakePool make => new CreatePool(Own(make.Name), make.Workers.Select(Own).ToEquatableArray()),
            HandIn hand => new SubmitTask(Own(hand.Name), hand.Number, Target, Value(hand.Job)),
            TakeJob take => new TakeTask(Own(take.Name)),
            FinishJob { Fails: true } finish => new CompleteTask(Own(finish.Name), new TaskResult(null, new TaskFailure("System.Exception", FinishJob.Failure, ""))),
            FinishJob finish => new CompleteTask(Own(finish.Name), new TaskResult(new Payload(cursor.Last.ToString(), []))),
            AwaitJob wait => new AwaitTask(Own(wait.Name), wait.Numbers.ToEquatableArray(), Seconds(wait.Seconds)),
            CloseIt close => new ClosePool(Own(close.Name)),
            TerminateIt terminate => new TerminatePool(Own(terminate.Name)),
            JoinIt join => new JoinPool(Own(join.Name)),
            CreateReentrant create => new CreateReentrantLock(Own(create.Name)),
            Enter enter => new AcquireReentrantLock(Own(enter.Name), Seconds(enter.Seconds)),
            Leave leave => new ReleaseReentrantLock(Own(leave.Name)),
            CreatePermits create => new CreateSemaphore(Own(create.Name), create.Initial, create.Maximum),
            TakePermit take => new AcquireSemaphore(Own(take.Name), Seconds(take.Seconds)),
            GivePermit give => new ReleaseSemaphore(Own(give.Name)),
            CreateSignal create => new CreateEvent(Own(create.Name)),
            PutSignal { IsUp: true } put => new SetEvent(Own(put.Name)),
            PutSignal put => new ResetEvent(Own(put.Name)),
            AskSignal ask => new QueryEvent(Own(ask.Name)),
            AwaitSignal wait => new AwaitEvent(Own(wait.Name), Seconds(wait.Seconds)),
            CreateSleepers create => new CreateCondition(Own(create.Name), Own(create.Lock)),
            FallAsleep fall => new BeginWait(Own(fall.Name), Own(fall.Lock)),
            WakeUp wake => new AwaitNotification(Own(wake.Name), Seconds(wake.Seconds)),
            TakeAgain take => new ReacquireLock(Own(take.Lock), take.Times),
            Wake wake => new NotifyWaiters(Own(wake.Name), Own(wake.Lock), wake.Count),
            CreateBarrierOf create => new CreateBarrier(Own(create.Name), create.Needed),
            ComeToBarrier come => new ArriveAtBarrier(Own(come.Name)),
            LeaveBarrier leave => new PassBarrier(Own(leave.Name), Seconds(leave.Seconds)),
            SmashBarrier smash => new AbortBarrier(Own(smash.Name)),
            ClearBarrier clear => new ResetBarrier(Own(clear.Name)),
            CountAtBarrier count => new QueryBarrierWaiting(Own(count.Name)),
            AskSmashed ask => new QueryBarrierBroken(Own(ask.Name)),
            Print print => new WriteConsole(print.On == Printout.Error ? ConsoleStream.Error : ConsoleStream.Out, print.Text + (print.EndsLine ? "\n" : "")),
            PrintLast => new WriteConsole(ConsoleStream.Out, cursor.Last + "\n"),
            Truncate truncate => new TruncateFile(truncate.Path),
            Fill fill => new FillFile(fill.Path, fill.Content),
            Append append => new AppendFile(append.Path, append.Content),
            Read read => new ReadFile(read.Path),
            Exists exists => new QueryFileExists(exists.Path),
            Delete delete => new DeleteFile(delete.Path),
            Rename rename => new MoveFile(rename.Path, rename.NewPath, rename.Overwrite),
            AskSelf => new Identify { AsksForIds = true },
            FillOwn fill => new FillFile(OwnPath(), fill.Content),
            MoveOwn move => new MoveFile(OwnPath(), move.NewPath, Overwrite: true),
            Pause pause => new Sleep(TimeSpan.FromSeconds(pause.Seconds)),
            LookAtClock => new ReadClock(),
            var step when ChannelWords.ToOperation(step, Own) is { } operation => operation,
            var step => throw new ArgumentException($"There is no operation for {step}; add it to {nameof(Translation)}."),
        };

        string Own(string name) => Names.Relative(name, speaker);
        string OwnPath() => $"own.{UntidyMachine.IdOf(Seed, speaker)}";
        static string Key(string key) => $"\"{key}\"";
        static Payload Value(int value) => new(value.ToString(), []);
        static TimeSpan? Seconds(int? seconds) => seconds is { } s ? TimeSpan.FromSeconds(s) : null;
    }

    /// <summary>What an answer to the step at this place says.</summary>
    public static Result ToResult(Outcome outcome, Cursor at, string listener) => outcome switch
    {
        Done when at.Step is TakeAgain => at.Last,
        Done or ProcessIdentity => Result.Nothing,
        Flag flag => Result.Of(flag.Value),
        // The model's programs wait for whole seconds, and no process's clock is a second ahead of its parent's.
        ClockReading reading => Result.Number((reading.UtcTicks - UntidyMachine.StartOf(Seed).Ticks) / TimeSpan.TicksPerSecond),
        Number number => Result.Number(number.Value),
        Operations.Text text => new Result(ResultKind.Text, text.Value),
        GivenTask task => TakeJob.Given(int.Parse(task.Arguments.Json)),
        FinishedTask task => new Result(ResultKind.Text, $"{task.Number}: {task.Result.Value?.Json ?? FinishJob.Failure}"),
        Item item when at.Step is SharedStep => new Result(ResultKind.Number, item.Value.Json),
        ItemList list => new Result(ResultKind.Text, string.Join(',', list.Values.Select(v => v.Json.Trim('"')))),
        EntryList list => new Result(ResultKind.Text, string.Join(',', list.Values.Select(e => $"{e.Key.Trim('"')}={e.Value.Json}"))),
        Item item => new Result(ResultKind.Text, ChannelWords.TextOf(item.Value)),
        NameList list => new Result(ResultKind.Text, string.Join(',', list.Values.Select(name => Names.Absolute(name, listener)))),
        Failed failed => new Result(failed.Kind switch
        {
            FailureKind.InvalidOperation => ResultKind.Misuse,
            FailureKind.FileNotFound => ResultKind.FileMissing,
            FailureKind.InputOutput => at.Step is Rename ? ResultKind.FileExists : ResultKind.PipeUnusable,
            FailureKind.Disposed => ResultKind.Closed,
            FailureKind.EndOfStream => ResultKind.StreamEnded,
            FailureKind.KeyNotFound => ResultKind.KeyMissing,
            FailureKind.OutOfRange => ResultKind.OutOfRange,
            FailureKind.SemaphoreFull => ResultKind.Full,
            FailureKind.BrokenBarrier => ResultKind.Broken,
            FailureKind.Limit => ResultKind.TooManyProcesses,
            var kind => throw new ArgumentException($"The model knows no refusal {kind}; add it to {nameof(ResultKind)}."),
        }),
        _ => throw new ArgumentException($"There is no result for {outcome}; add it to {nameof(Translation)}."),
    };

    private static PoolJob ToJob(PoolTask task) => task switch
    {
        WaitingTask waiting => new PoolJob(task.Number, int.Parse(waiting.Arguments.Json), null, null),
        TakenTask taken => new PoolJob(task.Number, null, taken.Worker, null),
        DoneTask done => new PoolJob(task.Number, null, null, done.Result.Value?.Json ?? FinishJob.Failure),
        _ => throw new ArgumentException($"There is no model of {task}; add it to {nameof(Translation)}."),
    };

    /// <summary>The state's objects, as the model shows its own.</summary>
    public static IEnumerable<string> ThingsIn(KernelState state)
    {
        var things = new SortedDictionary<string, Thing>(StringComparer.Ordinal);
        foreach (var name in state.Objects.Names)
        {
            things[name.Replace("file:", "")] = state.Objects[name] switch
            {
                LockState held => new LockThing(held.Holder),
                ReentrantLockState held => new ReentrantLockThing(held.Holder, held.Depth),
                SemaphoreState stock => new PermitsThing(stock.Permits, stock.Maximum - stock.Permits),
                EventState happened => new SignalThing(happened.IsSet, string.Join(' ', happened.Sleepers), string.Join(' ', happened.Released)),
                ConditionState condition => ToSleepers(condition),
                BarrierState barrier => BarrierThing.Of(barrier.Participants, barrier.Inside, barrier.Phase switch
                {
                    BarrierPhase.Filling => BarrierThing.Gathering,
                    BarrierPhase.Draining => BarrierThing.Open,
                    BarrierPhase.Resetting => BarrierThing.Clearing,
                    _ => BarrierThing.Smashed,
                }),
                FileState file => new FileThing(file.Content.ToString()),
                PoolState pool => new PoolThing([.. pool.Workers], pool.Phase.ToString().ToLowerInvariant(), [.. pool.Tasks.Select(ToJob)]),
                DictionaryState dictionary => new DictionaryThing([.. dictionary.Entries.Select(e => (e.Key.Trim('"'), int.Parse(e.Value.Json)))]),
                ListState list => new ListThing([.. list.Items.Select(i => int.Parse(i.Json))]),
                ValueState value => new ValueThing(int.Parse(value.Value.Json)),
                QueueState queue => ChannelWords.ToThing(queue),
                PipeEndState end => ChannelWords.ToThing(end),
                var other => throw new ArgumentException($"There is no model of {other}; add it to {nameof(Translation)}."),
            };
        }

        return things.Select(t => $"{t.Key}: {t.Value}");
    }

    /// <summary>Who may be woken together: as many as there are notifications, of those in the youngest groups no more than were given after they slept.</summary>
    private static SleepersThing ToSleepers(ConditionState condition)
    {
        var sleepers = condition.Groups.SelectMany((group, i) => group.Sleepers.Select(name => (Name: name, Group: i))).ToList();
        var sets = Enumerable.Range(0, 1 << sleepers.Count).Select(bits => sleepers.Where((_, i) => (bits >> i & 1) == 1).ToList());
        return SleepersThing.Of(sleepers.Select(s => s.Name), sets.Where(MayBeWoken).Select(set => set.Select(s => s.Name)));

        bool MayBeWoken(List<(string Name, int Group)> set) =>
            set.Count == condition.Groups.Sum(g => g.Notifications)
            && Enumerable.Range(0, condition.Groups.Count).All(i => set.Count(s => s.Group >= i) <= condition.Groups.Skip(i).Sum(g => g.Notifications));
    }
}
