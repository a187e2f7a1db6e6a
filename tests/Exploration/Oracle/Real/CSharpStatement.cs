using ExerciseKit.Kernel.Randomness;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle.Real;

/// <summary>One step in C#, on one line, since a line is a call site. It leaves its result in <c>last</c>, in the model's words.</summary>
internal static class CSharpStatement
{
    private const string Misuse = "catch (InvalidOperationException) { last = \"Misuse\"; }";
    private const string Missing = "catch (FileNotFoundException) { last = \"FileMissing\"; }";
    private const string OutOfRange = "catch (ArgumentOutOfRangeException) { last = \"OutOfRange\"; }";
    private const string Nothing = "last = \"Nothing\";";

    public static string Of(Statement step) => step switch
    {
        Acquire { Seconds: null } acquire => $"{Name(acquire.Name)}.Acquire(); last = \"Yes\";",
        Acquire acquire => $"last = {Name(acquire.Name)}.TryAcquire({Time(acquire.Seconds!.Value)}) ? \"Yes\" : \"No\";",
        Release release => $"try {{ {Name(release.Name)}.Release(); {Nothing} }} {Misuse}",
        Enter { Seconds: null } enter => $"{Name(enter.Name)}.Acquire(); last = \"Yes\";",
        Enter enter => $"last = {Name(enter.Name)}.TryAcquire({Time(enter.Seconds!.Value)}) ? \"Yes\" : \"No\";",
        Leave leave => $"try {{ {Name(leave.Name)}.Release(); {Nothing} }} {Misuse}",
        TakePermit { Seconds: null } take => $"{Name(take.Name)}.Acquire(); last = \"Yes\";",
        TakePermit take => $"last = {Name(take.Name)}.TryAcquire({Time(take.Seconds!.Value)}) ? \"Yes\" : \"No\";",
        GivePermit give => $"try {{ {Name(give.Name)}.Release(); {Nothing} }} catch (SemaphoreFullException) {{ last = \"Full\"; }}",
        PutSignal put => $"{Name(put.Name)}.{(put.IsUp ? "Set" : "Reset")}(); {Nothing}",
        AskSignal ask => $"last = {Name(ask.Name)}.IsSet ? \"Yes\" : \"No\";",
        AwaitSignal { Seconds: null } wait => $"{Name(wait.Name)}.Wait(); last = \"Yes\";",
        AwaitSignal wait => $"last = {Name(wait.Name)}.Wait({Time(wait.Seconds!.Value)}) ? \"Yes\" : \"No\";",
        SleepOn { Seconds: null } sleep => $"try {{ {Name(sleep.Name)}.Wait(); last = \"Yes\"; }} {Misuse}",
        SleepOn sleep => $"try {{ last = {Name(sleep.Name)}.Wait({Time(sleep.Seconds!.Value)}) ? \"Yes\" : \"No\"; }} {Misuse}",
        Wake wake => $"try {{ {Name(wake.Name)}.{(wake.Count is { } count ? $"Notify({count})" : "NotifyAll()")}; {Nothing} }} {Misuse}",
        Meet meet => $"try {{ {Name(meet.Name)}.SignalAndWait({(meet.Seconds is { } seconds ? Time(seconds) : "")}); {Nothing} }} catch (BrokenBarrierException) {{ last = \"Broken\"; }}",
        SmashBarrier smash => $"{Name(smash.Name)}.Abort(); {Nothing}",
        ClearBarrier clear => $"{Name(clear.Name)}.Reset(); {Nothing}",
        CountAtBarrier count => $"last = \"Number \" + {Name(count.Name)}.WaitingCount;",
        AskSmashed ask => $"last = {Name(ask.Name)}.IsBroken ? \"Yes\" : \"No\";",
        Start start => $"try {{ {Child(start)}.Start(); {Nothing} }} {Misuse}",
        Join { Seconds: null } join => $"try {{ {Child(join)}.Join(); last = \"Yes\"; }} {Misuse}",
        Join join => $"try {{ last = {Child(join)}.Join({Time(join.Seconds!.Value)}) ? \"Yes\" : \"No\"; }} {Misuse}",
        AskAlive ask => $"last = {Child(ask)}.IsAlive ? \"Yes\" : \"No\";",
        AskExitCode ask => $"{{ last = {Child(ask)}.ExitCode is {{ }} code ? \"Number \" + code : \"Nothing\"; }}",
        Terminate terminate => $"try {{ {Child(terminate)}.Terminate(); {Nothing} }} {Misuse}",
        Kill kill => $"try {{ {Child(kill)}.Kill(); {Nothing} }} {Misuse}",
        ListChildren => "last = Text(string.Join(\",\", CurrentProcess.ActiveChildren.Select(c => c.Name)));",
        Throw => "throw new Exception(\"thrown\");",
        Exit exit => $"Environment.Exit({exit.Code});",
        Return => "return;",
        Print print => $"{(print.On == Printout.Error ? "Console.Error" : "Console")}.{(print.EndsLine ? "WriteLine" : "Write")}(\"{print.Text}\"); {Nothing}",
        PrintLast => $"Console.WriteLine(last); {Nothing}",
        Write write => $"File.WriteAllText(\"{write.Path}\", \"{write.Content}\"); {Nothing}",
        Append append => $"File.AppendAllText(\"{append.Path}\", \"{append.Content}\"); {Nothing}",
        Read read => $"try {{ last = Text(File.ReadAllText(\"{read.Path}\")); }} {Missing}",
        Exists exists => $"last = File.Exists(\"{exists.Path}\") ? \"Yes\" : \"No\";",
        Delete delete => $"File.Delete(\"{delete.Path}\"); {Nothing}",
        Rename rename => $"try {{ File.Move(\"{rename.Path}\", \"{rename.NewPath}\", {(rename.Overwrite ? "true" : "false")}); {Nothing} }} {Missing} catch (IOException) {{ last = \"FileExists\"; }}",
        Pause pause => $"Thread.Sleep({Time(pause.Seconds)}); {Nothing}",
        LookAtClock => $"last = \"Number \" + (DateTime.UtcNow.Ticks - {UntidyMachine.StartOf(1).Ticks}) / TimeSpan.TicksPerSecond;",
        PutEntry put => $"{Name(put.Name)}[\"{put.Key}\"] = {put.Value}; {Nothing}",
        BumpEntry bump => $"{Name(bump.Name)}[\"{bump.Key}\"] = OneMore(last); {Nothing}",
        GetEntry get => $"try {{ last = \"Number \" + {Name(get.Name)}[\"{get.Key}\"]; }} catch (KeyNotFoundException) {{ last = \"KeyMissing\"; }}",
        DropEntry drop => $"last = {Name(drop.Name)}.Remove(\"{drop.Key}\") ? \"Yes\" : \"No\";",
        HasEntry has => $"last = {Name(has.Name)}.ContainsKey(\"{has.Key}\") ? \"Yes\" : \"No\";",
        CountOfEntries count => $"last = \"Number \" + {Name(count.Name)}.Count;",
        KeysOf keys => $"last = Text(string.Join(\",\", {Name(keys.Name)}.Keys));",
        EntriesOf entries => $"last = Text(string.Join(\",\", {Name(entries.Name)}.ToArray().Select(e => e.Key + \"=\" + e.Value)));",
        GetAt get => $"try {{ last = \"Number \" + {Name(get.Name)}[{get.Index}]; }} {OutOfRange}",
        PutAt put => $"try {{ {Name(put.Name)}[{put.Index}] = {put.Value}; {Nothing} }} {OutOfRange}",
        AddLast add => $"{Name(add.Name)}.Add({add.Value}); {Nothing}",
        CountOfItems count => $"last = \"Number \" + {Name(count.Name)}.Count;",
        ItemsOf items => $"last = Text(string.Join(\",\", {Name(items.Name)}.ToArray()));",
        GetValue get => $"last = \"Number \" + {Name(get.Name)}.Value;",
        PutValue put => $"{Name(put.Name)}.Value = {put.Value}; {Nothing}",
        BumpValue bump => $"{Name(bump.Name)}.Value = OneMore(last); {Nothing}",
        AwaitJob { Seconds: null } wait => $"try {{ {GetFrom(wait)}.Get()); }} {Failed(wait)}",
        AwaitJob wait => $"try {{ {GetFrom(wait)}.Get({Time(wait.Seconds!.Value)})); }} catch (TimeoutException) {{ last = \"No\"; }} {Failed(wait)}",
        CloseIt close => $"{Name(close.Name)}.Close(); {Nothing}",
        TerminateIt terminate => $"{Name(terminate.Name)}.Terminate(); {Nothing}",
        JoinIt join => $"try {{ {Name(join.Name)}.Join(); {Nothing} }} {Misuse}",
        QueueStep or PipeStep or CloseEnd => CSharpChannels.Of(step),
        _ => throw new ArgumentException($"There is no C# for {step}; add it here, or take it out in {nameof(Sayable)}."),
    };

    private static string Child(ChildStep step) => CSharpText.Child(step.Process);

    private static string Name(string name) => CSharpText.Shared(name);

    private static string GetFrom(AwaitJob wait) => $"last = Text(\"{wait.Numbers[0]}: \" + result{wait.Numbers[0]}!";

    private static string Failed(AwaitJob wait) =>
        $"catch (Exception e) when (e.Message == \"{FinishJob.Failure}\") {{ last = Text(\"{wait.Numbers[0]}: {FinishJob.Failure}\"); }}";

    private static string Time(int seconds) => $"TimeSpan.FromSeconds({seconds})";
}
