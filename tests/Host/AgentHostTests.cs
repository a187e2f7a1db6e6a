using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Tests.Host;

public sealed class AgentHostTests
{
    private const string Source = """
        namespace Any;

        public static class Task1
        {
            public static int Count = 40;
            public static int Bump() => ++Count;
            public static (int Sum, string[] Names) Run(string[] names, int more, int evenMore = 1) => (names.Length + more + evenMore, names);
            private static void Locks() { var l = new ProcessLock(); l.Acquire(); l.Release(); l.Acquire(); }
            public static void Throws() => Deeper(null);
            static void Deeper(string? s) =>
                throw new InvalidOperationException("no bread");
            public static void Spins() { var i = 0; while (true) { ExerciseKit.Host.Shims.LoopBudget.Spend("Student.cs", 1); i++; } }
            public static void Counts() { var l = new ProcessLock(); for (var i = 0; i < 30; i++) { ExerciseKit.Host.Shims.LoopBudget.Spend("Student.cs", 1); if (i % 5 == 0) l.Acquire(); } }
            public static string Hash() => $"{"a string".GetHashCode()} {HashCode.Combine(1, 2)}";
            public static void Clings() { var l = new ProcessLock(); try { l.Acquire(); } catch (Exception) { } try { l.Release(); } finally { l.Release(); } }
            public static void ThrowsThrower() => throw new Thrower();
            public static void ThrowsLong() => throw new InvalidOperationException(new string('x', 10 << 20));
            public static void WritesOneLine(string[] pieces, int times) { for (var i = 0; i < times; i++) ExerciseKit.Host.Shims.ConsoleShim.Write(pieces[0]); }
            public static Stream Streams() => Stream.Null;
            public static void Static() => _ = Broken.Value;
            public static void Twice(int a) { }
            public static void Twice(string a) { }
        }

        public sealed class Thrower : Exception
        {
            public override string Message => throw new Thrower();
            public override System.Collections.IDictionary Data => throw new Thrower();
        }

        public static class Broken { public static readonly int Value = Take(); static int Take() { var l = new ProcessLock(); l.Acquire(); return 1; } }
        public sealed class Baker(string name, int loaves) : ChildProcess { protected override void Run() { if (name != "bo" || loaves != 2) throw new Exception("lost"); _ = CurrentProcess.Name; } }
        """;

    /// <summary>Task1 alone has a plain static field, in a class whose initializer does no more than set it.</summary>
    private static readonly EndProcess Returned = new(Ending.Returned, 0) { Statics = [new StaticField("Task1", "Count", "40")] };

    private StudentAssembly program = null!;
    private WarmHost host = null!;

    [OneTimeSetUp]
    public void Start()
    {
        program = new StudentAssembly(Source);
        host = new WarmHost();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        host.Dispose();
        program.Dispose();
    }

    [Test]
    public void A_host_greets_with_its_version_and_process_id() =>
        Assert.That(host.Hello, Is.EqualTo(new Hello(Protocol.Version, host.ProcessId)));

    [Test]
    public void An_entry_is_found_by_simple_name_and_number_of_arguments_and_its_result_comes_back()
    {
        var end = host.RunToEnd(program, new Target("Task1", "Run", "*"), """[["ann","bob"],3]""");
        Assert.That(end.Ending, Is.EqualTo(Ending.Returned));
        Assert.That(end.Result!.Json, Is.EqualTo("""{"Item1":6,"Item2":["ann","bob"]}"""));
    }

    [TestCase("Task1", "Nothing", "*", "[]", "no static method Task1.Nothing(0 arguments)")]
    [TestCase("Task2", "Run", "*", "[]", "no class Task2")]
    [TestCase("Any.Task1", "Bump", "System.Int32", "[1]", "there is Bump()")]
    [TestCase("Task1", "Twice", "*", "[1]", "There are 2 static methods Task1.Twice")]
    [TestCase("Task1", "Run", "*", """["x", 1]""", "do not fit")]
    [TestCase("Task1", "Run", "*", """[["x"], 99999999999]""", "do not fit")]
    public void A_target_that_is_not_there_ends_its_process_as_an_exception_does_and_the_host_goes_on(string type, string method, string signature, string arguments, string reason)
    {
        var end = host.RunToEnd(program, new Target(type, method, signature), arguments);
        Assert.That(end.Ending, Is.EqualTo(Ending.Threw));
        Assert.That(end.Crash!.Message, Does.Contain(reason));
        Assert.That(host.RunToEnd(program, new Target("Any.Task1", "Bump", "")).Result!.Json, Is.EqualTo("41"));
    }

    [Test]
    public void A_program_that_is_not_there_is_the_hosts_fault_and_the_host_goes_on()
    {
        var absent = Path.Combine(program.Folder, "Absent.dll");
        host.Channel.Send(new RunAgent(1, absent, new Target("Task1", "Run", "*"), new Payload("[]", []), [], null, 0, FreshStatics: true));
        Assert.That((host.Channel.Receive() as HostFault)?.Reason, Does.StartWith($"{absent} could not be loaded: "));
        Assert.That(host.RunToEnd(program, new Target("Any.Task1", "Bump", "")).Result!.Json, Is.EqualTo("41"));
    }

    [Test]
    public void Each_operation_is_asked_for_with_its_place_and_waits_for_its_answer()
    {
        host.Begin(program, new Target("Any.Task1", "Locks", ""));
        var asks = new List<Ask>();
        foreach (var outcome in (Outcome[])[Done.Instance, Flag.True, Done.Instance, Flag.True, Done.Instance])
        {
            asks.Add(host.NextAsk());
            host.Answer(outcome);
        }

        Assert.That(asks.Select(a => a.Operation), Is.EqualTo(new Operation[]
        {
            new CreateLock(".~0"), new AcquireLock(".~0", null), new ReleaseLock(".~0"), new AcquireLock(".~0", null), Returned,
        }));
        Assert.That(asks.Take(4).Select(a => a.Site), Is.All.EqualTo(new CallSite("Student.cs", 8)));
    }

    [Test]
    public void A_refusal_is_an_exception_in_the_students_code()
    {
        host.Begin(program, new Target("Any.Task1", "Locks", ""));
        foreach (var outcome in (Outcome[])[Done.Instance, Flag.True, new Failed(FailureKind.InvalidOperation, "nobody holds it")])
        {
            host.NextAsk();
            host.Answer(outcome);
        }

        var end = (EndProcess)host.NextAsk().Operation;
        host.Answer(Done.Instance);
        Assert.That(end.Crash, Is.EqualTo(new Crash("System.InvalidOperationException", "nobody holds it", "   at Any.Task1.Locks() in Student.cs:8", new CallSite("Student.cs", 8))));
    }

    [Test]
    public void A_crash_tells_its_type_message_frames_and_innermost_place()
    {
        var end = host.RunToEnd(program, new Target("Any.Task1", "Throws", ""));
        Assert.That((end.Ending, end.ExitCode), Is.EqualTo((Ending.Threw, 1)));
        Assert.That(end.Crash!.Type, Is.EqualTo("System.InvalidOperationException"));
        Assert.That(end.Crash.Site, Is.EqualTo(new CallSite("Student.cs", 11)));
        Assert.That(end.Crash.Trace, Is.EqualTo("   at Any.Task1.Deeper(String) in Student.cs:11\n   at Any.Task1.Throws() in Student.cs:9"));
    }

    [Test]
    public void A_result_that_cannot_travel_is_a_crash_that_says_so()
    {
        var end = host.RunToEnd(program, new Target("Any.Task1", "Streams", ""));
        Assert.That(end.Crash!.Message, Does.StartWith("the result can't travel"));
    }

    [Test]
    public void Recorded_outcomes_are_given_without_asking_and_come_back_with_what_is_new() =>
        Assert.That(
            host.Learn(program, new Target("Any.Task1", "Locks", ""), runAhead: 0, Done.Instance, Flag.True, Done.Instance),
            Is.EqualTo(new Operation[] { new CreateLock(".~0"), new AcquireLock(".~0", null), new ReleaseLock(".~0"), new AcquireLock(".~0", null) }));

    [Test]
    public void Running_ahead_stops_at_the_first_operation_with_several_outcomes()
    {
        var learned = host.Learn(program, new Target("Any.Task1", "Locks", ""), runAhead: 100);
        Assert.That(learned, Is.EqualTo(new Operation[] { new CreateLock(".~0"), new AcquireLock(".~0", null), new ReleaseLock(".~0") }));
    }

    [Test]
    public void Running_ahead_stops_at_its_cap() =>
        Assert.That(host.Learn(program, new Target("Any.Task1", "Locks", ""), runAhead: 1), Has.Count.EqualTo(2));

    [Test]
    public void A_run_that_ends_is_learned_to_its_end() =>
        Assert.That(
            host.Learn(program, new Target("Any.Task1", "Locks", ""), runAhead: 9, Done.Instance, Flag.True, Done.Instance)[^1],
            Is.EqualTo(Returned));

    [Test]
    public void A_record_that_belongs_to_another_program_ends_the_run_where_it_shows() =>
        Assert.That(host.Learn(program, new Target("Any.Task1", "Locks", ""), runAhead: 9, Flag.True, Done.Instance), Has.Count.EqualTo(1));

    [Test]
    public void A_run_that_waits_goes_on_from_there_and_tells_only_what_is_new()
    {
        host.Learn(program, new Target("Any.Task1", "Locks", ""), runAhead: 0, Done.Instance);
        host.Channel.Send(new Resume(1, [Flag.True]));
        Assert.That(((Learned)host.Channel.Receive()!).Operations.Select(o => o.Operation), Is.EqualTo(new Operation[] { new ReleaseLock(".~0") }));
        host.Channel.Send(new Resume(1, [Done.Instance, Flag.True]));
        Assert.That(((Learned)host.Channel.Receive()!).Operations.Select(o => o.Operation), Is.EqualTo(new Operation[] { new AcquireLock(".~0", null), Returned }));
    }

    [Test]
    public void Another_run_cuts_off_one_that_waits()
    {
        host.Learn(program, new Target("Any.Task1", "Locks", ""), runAhead: 9);
        Assert.That(host.RunToEnd(program, new Target("Any.Task1", "Bump", "")).Result!.Json, Is.EqualTo("41"));
    }

    [Test]
    public void An_aborted_run_asks_for_nothing_more_even_where_it_clings_on_and_the_host_stays_fit()
    {
        host.Begin(program, new Target("Any.Task1", "Clings", ""), run: 7);
        host.NextAsk();
        host.Answer(Done.Instance, run: 7);
        host.NextAsk();
        host.Answer(null, run: 7);
        Assert.That(host.RunToEnd(program, new Target("Any.Task1", "Bump", "")).Result!.Json, Is.EqualTo("41"));
    }

    [Test]
    public void Statics_start_afresh_where_asked_and_are_kept_where_allowed()
    {
        var bump = new Target("Any.Task1", "Bump", "");
        var results = new[] { true, false, false, true }.Select(fresh => host.RunToEnd(program, bump, freshStatics: fresh).Result!.Json);
        Assert.That(results, Is.EqualTo(new[] { "41", "42", "43", "41" }));
    }

    [Test]
    public void An_abort_inside_a_static_constructor_does_not_spoil_the_next_run()
    {
        var target = new Target("Any.Task1", "Static", "");
        for (var i = 0; i < 2; i++)
        {
            host.Begin(program, target, freshStatics: i == 0);
            Assert.That(host.NextAsk().Operation, Is.InstanceOf<CreateLock>());
            host.Answer(null);
        }
    }

    [Test]
    public void A_loop_that_uses_up_its_budget_is_told_by_its_end()
    {
        var end = host.RunToEnd(program, new Target("Any.Task1", "Spins", ""), loopBudget: 1000);
        Assert.That((end.Ending, end.Crash!.Site), Is.EqualTo((Ending.OutOfBudget, new CallSite("Student.cs", 1))));
    }

    [Test]
    public void The_budget_starts_anew_with_each_answer()
    {
        host.Begin(program, new Target("Any.Task1", "Counts", ""), loopBudget: 6);
        for (var i = 0; i < 7; i++)
        {
            Assert.That(host.NextAsk().Operation, Is.Not.InstanceOf<EndProcess>());
            host.Answer(i == 0 ? Done.Instance : Flag.True);
        }

        Assert.That(host.NextAsk().Operation, Is.EqualTo(Returned));
        host.Answer(Done.Instance);
    }

    [Test]
    public void What_a_process_has_in_its_plain_static_fields_is_told_at_its_end()
    {
        host.Begin(program, new Target("Any.Task1", "Bump", ""));
        var end = (EndProcess)host.NextAsk().Operation;
        host.Answer(Done.Instance);

        Assert.That(end.Statics, Is.EqualTo([new StaticField("Task1", "Count", "41")]));
    }

    [Test]
    public void A_process_class_is_made_again_without_its_constructor_and_run()
    {
        host.Begin(program, new Target("Any.Baker", "Run", "", IsInstance: true), """[{"name":"bo","loaves":2}]""");
        Assert.That(host.NextAsk().Operation, Is.InstanceOf<Identify>());
        host.Answer(new ProcessIdentity(2, 1, "Process-1", false));
        Assert.That(host.NextAsk().Operation, Is.EqualTo(Returned));
        host.Answer(Done.Instance);
    }

    [Test]
    public void Hash_codes_are_the_same_in_every_host()
    {
        using var other = new WarmHost();
        var target = new Target("Any.Task1", "Hash", "");
        Assert.That(other.RunToEnd(program, target).Result, Is.EqualTo(host.RunToEnd(program, target).Result));
    }

    [Test]
    public void An_exception_that_throws_when_it_is_asked_what_it_says_is_told_all_the_same()
    {
        var end = host.RunToEnd(program, new Target("Task1", "ThrowsThrower", "*"));

        Assert.That(end.Ending, Is.EqualTo(Ending.Threw));
        Assert.That(end.Crash!.Type, Is.EqualTo("Any.Thrower"));
        Assert.That(end.Crash.Message, Is.EqualTo("(its Message threw a Thrower)"));
    }

    [Test]
    public void Of_a_message_without_end_the_beginning_is_told() =>
        Assert.That(host.RunToEnd(program, new Target("Task1", "ThrowsLong", "*")).Crash!.Message, Does.StartWith("xxx").And.EndWith("x… (10485760 characters)").And.Length.LessThan(2100));

    [TestCase("[[\"x\"],4096]", Ending.Returned)]
    [TestCase("[[\"x\"],4097]", Ending.OverLimit)]
    [TestCase("[[\"xxxxx\\n\"],5000]", Ending.Returned)]
    public void A_line_printed_in_pieces_has_a_bound(string arguments, Ending expected)
    {
        host.Begin(program, new Target("Task1", "WritesOneLine", "*"), arguments);
        var ask = host.NextAsk();
        for (; ask.Operation is WriteConsole; ask = host.NextAsk())
            host.Answer(Done.Instance);
        host.Answer(Done.Instance);

        var end = (EndProcess)ask.Operation;
        Assert.That(end.Ending, Is.EqualTo(expected));
        if (expected == Ending.OverLimit)
            Assert.That(end.Crash!.Message, Does.Contain("more than 4096 characters together. End it with Console.WriteLine"));
    }
}
