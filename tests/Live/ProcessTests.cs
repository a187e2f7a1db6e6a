namespace ExerciseKit.Tests.Live;

/// <summary>The lines of semantics.md on processes and their parent's end, with real processes.</summary>
public sealed class ProcessTests
{
    [Test]
    public void An_exit_code_is_null_while_alive_and_then_says_how_it_ended()
    {
        var (output, errors, _) = RunningProgram.Run("""
            var gate = new ProcessLock();
            gate.Acquire();
            var child = ChildProcess.Create(Work.Wait, gate);
            Console.WriteLine($"{child.IsAlive} {child.ExitCode is null}");
            child.Start();
            Console.WriteLine($"{child.IsAlive} {child.ExitCode is null} {child.Join(TimeSpan.Zero)}");
            gate.Release();
            child.Join();
            Console.WriteLine($"{child.IsAlive} {child.ExitCode} {child.Join(TimeSpan.Zero)}");
            foreach (var target in (Action[])[Work.Throw, Work.Exit])
            {
                child = ChildProcess.Create(target);
                child.Start();
                child.Join();
                Console.WriteLine(child.ExitCode);
            }

            static class Work
            {
                public static void Wait(ProcessLock gate) => gate.Acquire();
                public static void Throw() => throw new InvalidOperationException("no flour");
                public static void Exit() { try { Environment.Exit(3); } finally { Console.WriteLine("never"); } }
            }
            """);
        Assert.That(output, Is.EqualTo("False True\nTrue True False\nFalse 0 True\n1\n3\n"));
        Assert.That(errors, Is.EqualTo("Process Process-2: unhandled exception. System.InvalidOperationException: no flour\n   at Work.Throw() in Student.cs:21\n"));
    }

    [Test]
    public void Terminate_and_kill_end_a_process_that_never_would_and_leave_its_lock_held()
    {
        var (output, errors, _) = RunningProgram.Run("""
            var held = new ProcessLock();
            var reached = new ProcessLock();
            foreach (var end in (Action<ChildProcess>[])[c => c.Terminate(), c => c.Kill()])
            {
                reached.Acquire();
                var child = ChildProcess.Create(Work.Spin, held, reached);
                child.Start();
                reached.Acquire();
                reached.Release();
                end(child);
                child.Join();
                Console.WriteLine($"{child.ExitCode} {child.IsAlive} {held.TryAcquire()}");
                held.Release();
            }

            static class Work
            {
                public static void Spin(ProcessLock held, ProcessLock reached)
                {
                    held.Acquire();
                    reached.Release();
                    try { while (true) { } }
                    finally { Console.WriteLine("cleanup"); }
                }
            }
            """);
        Assert.That((output, errors), Is.EqualTo(("-15 False False\n-9 False False\n", "")));
    }

    [Test]
    public void Terminate_ends_a_process_that_waits_or_sleeps()
    {
        var (output, _, _) = RunningProgram.Run("""
            var held = new ProcessLock();
            held.Acquire();
            var waiter = ChildProcess.Create(Work.Wait, held);
            var sleeper = ChildProcess.Create(Work.Sleep);
            waiter.Start();
            sleeper.Start();
            waiter.Terminate();
            sleeper.Terminate();
            waiter.Join();
            sleeper.Join();
            Console.WriteLine($"{waiter.ExitCode} {sleeper.ExitCode}");

            static class Work
            {
                public static void Wait(ProcessLock held) => held.Acquire();
                public static void Sleep() => Thread.Sleep(Timeout.Infinite);
            }
            """);
        Assert.That(output, Is.EqualTo("-15 -15\n"));
    }

    [Test, Platform(Exclude = "Win")]
    public void A_process_killed_by_nobody_of_the_program_is_told_by_its_signal_and_releases_who_joins_it()
    {
        var (output, _, exitCode) = RunningProgram.Run("""
            var child = ChildProcess.Create(Work.Die);
            child.Start();
            child.Join();
            Console.WriteLine(child.ExitCode);

            static class Work
            {
                public static void Die() => System.Diagnostics.Process.GetCurrentProcess().Kill();
            }
            """);
        Assert.That((output, exitCode), Is.EqualTo(("-9\n", 0)));
    }

    [Test]
    public void Misuse_is_an_exception_that_says_what_to_do()
    {
        var (output, _, _) = RunningProgram.Run("""
            var child = ChildProcess.Create(Work.Nothing);
            Try(() => child.Join());
            Try(() => child.Terminate());
            Try(() => _ = child.Id);
            child.Start();
            Try(child.Start);
            Try(() => child.Name = "late");
            Try(() => child.IsDaemon = true);
            child.Join();
            Try(() => ChildProcess.Create(() => { }).Start());
            Try(() => ChildProcess.Create(new Instance().Method).Start());
            Try(() => ChildProcess.Create(Console.WriteLine, "hi").Start());
            Try(() => ChildProcess.Create(Work.Take, child).Start());
            Try(() => ChildProcess.Create(Work.Any, (object)new Instance { Next = () => 1 }).Start());
            var daemon = ChildProcess.Create(Work.Parent);
            daemon.IsDaemon = true;
            daemon.Start();
            daemon.Join();

            static void Try(Action action)
            {
                try { action(); Console.WriteLine("fine"); }
                catch (Exception e) { Console.WriteLine($"{e.GetType().Name}: {e.Message}"); }
            }

            class Instance { public Func<int>? Next; public void Method() { } }

            static class Work
            {
                public static void Nothing() { }
                public static void Take(ChildProcess child) { }
                public static void Any(object value) { }
                public static void Parent()
                {
                    try { ChildProcess.Create(Nothing).Start(); }
                    catch (InvalidOperationException e) { Console.WriteLine(e.Message); }
                }
            }
            """);
        Assert.That(output.TrimEnd('\n').Split('\n'), Is.EqualTo(new[]
        {
            "InvalidOperationException: Join of process Process-1 was asked before its Start; call Start first.",
            "InvalidOperationException: Terminate of process Process-1 was asked before its Start; call Start first.",
            "InvalidOperationException: Id of process Process-1 was asked before its Start; call Start first.",
            "InvalidOperationException: A child process was started twice. Create a new ChildProcess for each start.",
            "InvalidOperationException: Name of process Process-1 was set after its Start; set it before.",
            "InvalidOperationException: IsDaemon of process Process-1 was set after its Start; set it before.",
            "CannotTravelException: The target is a lambda or a local function with captured variables: its variables live in this process. Make it a static method, and hand it what it needs as arguments.",
            "CannotTravelException: The target Instance.Method is an instance method: its object lives in this process. Make it a static method, and hand it what it needs as arguments. Or derive from ChildProcess and override Run.",
            "CannotTravelException: The target Console.WriteLine belongs to System.Console, and a child process runs methods of your program Student. Call it from a static method of your own.",
            "CannotTravelException: argument 1 (child) can't travel to another process: ExerciseKit.Multiprocessing.ChildProcess is a process: only its creator can deal with it. Send what you want to know about it, or let the creator start, join and end it.",
            "CannotTravelException: argument 1 (value).Next can't travel to another process: Func<Int32> is a delegate: code can't be sent. Send the data that it needs, and call a static method there.",
            "A daemon process may not start children: they would outlive it. Set IsDaemon to false, or start the child from its parent.",
        }));
    }

    [Test]
    public void An_extension_method_called_on_its_first_argument_is_a_target_like_any_other()
    {
        var (output, _, _) = RunningProgram.Run("""
            var child = ChildProcess.Create("ann".Greet);
            child.Start();
            child.Join();
            child = ChildProcess.Create("bob".GreetTimes, 2);
            child.Start();
            child.Join();

            internal static class Greetings
            {
                public static void Greet(this string name) => Console.WriteLine($"hello {name}");

                public static void GreetTimes(this string name, int times) => Console.WriteLine($"hello {name}, {times} times");
            }
            """);
        Assert.That(output, Is.EqualTo("hello ann\nhello bob, 2 times\n"));
    }

    [Test]
    public void Names_ids_and_the_daemon_flag_are_the_same_seen_from_both_sides()
    {
        var (output, _, _) = RunningProgram.Run("""
            Console.WriteLine($"{CurrentProcess.Name} {CurrentProcess.Id == Environment.ProcessId} {CurrentProcess.IsDaemon}");
            var named = ChildProcess.Create(Work.Tell, CurrentProcess.Id);
            named.Name = "baker";
            named.IsDaemon = true;
            var plain = new Teller(1);
            named.Start();
            plain.Start();
            var alive = CurrentProcess.ActiveChildren;
            Console.WriteLine(alive.Contains(plain) || plain.Join(TimeSpan.Zero));
            named.Join();
            plain.Join();
            Console.WriteLine($"{named.Name} {plain.Name} {plain.IsDaemon} {CurrentProcess.ActiveChildren.Count}");

            class Teller(int number) : ChildProcess
            {
                protected override void Run()
                {
                    if (Name != "Process-2" || Id != Environment.ProcessId || number != 1) throw new Exception("who am I?");
                    var inner = Create(Nothing);
                    inner.Start();
                    inner.Join();
                    if (inner.Name != "Process-2:1") throw new Exception(inner.Name);
                }

                static void Nothing() { }
            }

            static class Work
            {
                public static void Tell(int parent) =>
                    Console.WriteLine($"{CurrentProcess.Name} {CurrentProcess.Id == Environment.ProcessId} {CurrentProcess.ParentId == parent} {CurrentProcess.IsDaemon}");
            }
            """);
        Assert.That(output, Does.StartWith("MainProcess True False\n").And.EndWith("baker Teller-2 False 0\n"));
        Assert.That(output, Does.Contain("baker True True True\n"));
    }

    [Test]
    public void A_parent_that_returns_terminates_its_daemons_and_joins_the_others()
    {
        var (output, _, exitCode) = RunningProgram.Run("""
            var never = new ProcessLock();
            never.Acquire();
            var daemon = ChildProcess.Create(Work.Wait, never);
            daemon.IsDaemon = true;
            daemon.Start();
            ChildProcess.Create(Work.Parent).Start();
            Console.WriteLine("parent ends");

            static class Work
            {
                public static void Wait(ProcessLock never) => never.Acquire();
                public static void Parent() => ChildProcess.Create(Late).Start();
                public static void Late() { Thread.Sleep(300); Console.WriteLine("grandchild ends"); }
            }
            """);
        Assert.That((output, exitCode), Is.EqualTo(("parent ends\ngrandchild ends\n", 0)));
    }

    [Test]
    public void A_parent_that_crashes_or_exits_still_joins_its_children()
    {
        foreach (var (end, code) in new[] { ("throw new Exception(\"burnt\");", 1), ("Environment.Exit(5);", 5) })
        {
            var (output, errors, exitCode) = RunningProgram.Run($$"""
                ChildProcess.Create(Work.Late).Start();
                {{end}}

                static class Work
                {
                    public static void Late() { Thread.Sleep(300); Console.WriteLine("late"); }
                }
                """);
            Assert.That((output, exitCode), Is.EqualTo(("late\n", code)));
            Assert.That(errors, code == 1 ? Does.StartWith("Unhandled exception. System.Exception: burnt\n") : Is.Empty);
        }
    }

    [Test]
    public void Orphans_of_a_killed_process_are_reported_and_removed()
    {
        var (output, errors, _) = RunningProgram.Run("""
            var ready = new ProcessLock();
            ready.Acquire();
            var child = ChildProcess.Create(Work.Parent, ready);
            child.Start();
            ready.Acquire();
            child.Kill();
            child.Join();
            Console.WriteLine(child.ExitCode);

            static class Work
            {
                public static void Parent(ProcessLock ready) { ChildProcess.Create(Spin, ready).Start(); while (true) { } }
                public static void Spin(ProcessLock ready) { ready.Release(); while (true) { } }
            }
            """);
        Assert.That(output, Is.EqualTo("-9\n"));
        Assert.That(errors, Does.Match(@"^Process Process-1:1 \(\d+\), started at \w+\.cs:\d+, was left behind: .*\n$"));
    }

    [Test]
    public void Statics_start_afresh_and_arguments_are_copies_taken_at_the_start()
    {
        var (output, _, _) = RunningProgram.Run("""
            Work.Money = 1;
            var list = new List<int> { 1 };
            var child = ChildProcess.Create(Work.Tell, list);
            list.Add(2);
            child.Start();
            child.Join();
            Console.WriteLine($"{Work.Money} {list.Count}");

            static class Work
            {
                public static int Money = 999;
                public static void Tell(List<int> list) { Console.WriteLine($"{Money} {list.Count}"); list.Add(3); Money = 0; }
            }
            """);
        Assert.That(output, Is.EqualTo("999 2\n1 2\n"));
    }
}
