namespace ExerciseKit.Tests.Live;

/// <summary>The lines of semantics.md on locks, with real processes.</summary>
[NonParallelizable]
public sealed class LockTests
{
    [Test]
    public void A_lock_keeps_others_out_until_anybody_releases_it()
    {
        var (output, _, _) = RunningProgram.Run("""
            var gate = new ProcessLock();
            Console.WriteLine(gate.TryAcquire());
            Console.WriteLine(gate.TryAcquire());
            Console.WriteLine(gate.TryAcquire(TimeSpan.FromMilliseconds(50)));
            var other = ChildProcess.Create(Work.Release, gate);
            other.Start();
            gate.Acquire();
            Console.WriteLine("released by another");
            gate.Release();
            try { gate.Release(); }
            catch (InvalidOperationException e) { Console.WriteLine(e.Message); }
            try { gate.TryAcquire(TimeSpan.FromSeconds(-2)); }
            catch (ArgumentOutOfRangeException) { Console.WriteLine("negative"); }
            using (gate.EnterScope())
                Console.WriteLine(gate.TryAcquire());
            Console.WriteLine(gate.TryAcquire(Timeout.InfiniteTimeSpan));

            static class Work
            {
                public static void Release(ProcessLock gate) => gate.Release();
            }
            """);
        Assert.That(output, Is.EqualTo("True\nFalse\nFalse\nreleased by another\nA lock was released that nobody held. Release it once for each Acquire, after it.\nnegative\nFalse\nTrue\n"));
    }

    [Test]
    public void Processes_take_turns_at_a_file_behind_a_lock()
    {
        var (output, _, _) = RunningProgram.Run("""
            File.WriteAllText("n", "0");
            var gate = new ProcessLock();
            var workers = Enumerable.Range(0, 3).Select(_ => ChildProcess.Create(Work.Count, "n", gate)).ToList();
            workers.ForEach(w => w.Start());
            workers.ForEach(w => w.Join());
            Console.WriteLine(File.ReadAllText("n"));

            static class Work
            {
                public static void Count(string file, ProcessLock gate)
                {
                    for (var i = 0; i < 50; i++)
                    {
                        using (gate.EnterScope())
                            File.WriteAllText(file, (int.Parse(File.ReadAllText(file)) + 1).ToString());
                    }
                }
            }
            """);
        Assert.That(output, Is.EqualTo("150\n"));
    }

    [Test]
    public void A_deadlock_is_reported_with_who_waits_where_and_ends_the_program()
    {
        using var program = new RunningProgram("""
            var fork = new ProcessLock();
            var knife = new ProcessLock();
            fork.Acquire();
            var eater = ChildProcess.Create(Work.Eat, knife, fork);
            eater.Start();
            while (knife.TryAcquire()) knife.Release();
            Console.WriteLine("now");
            try { knife.Acquire(); }
            finally { Console.WriteLine("never"); }

            static class Work
            {
                public static void Eat(ProcessLock first, ProcessLock second)
                {
                    first.Acquire();
                    second.Acquire();
                }
            }
            """);
        var now = program.Process.StandardOutput.ReadLine();
        var (output, errors, exitCode) = program.End();
        Assert.That((now, output, exitCode), Is.EqualTo(("now", "", 1)));
        Assert.That(errors, Is.EqualTo("""
            Deadlock: no process can go on.
              MainProcess waits in ProcessLock.Acquire at Student.cs:8 for what was made at Student.cs:2, held by Process-1
              Process-1 waits in ProcessLock.Acquire at Student.cs:16 for what was made at Student.cs:1, held by MainProcess
            The program was ended with exit code 1.

            """));
        Assert.That(program.Leftovers, Is.Empty);
    }

    [Test]
    public void A_lock_whose_holder_has_ended_is_a_deadlock_that_says_so()
    {
        var (_, errors, exitCode) = RunningProgram.Run("""
            var gate = new ProcessLock();
            var child = ChildProcess.Create(Work.Forget, gate);
            child.Start();
            child.Join();
            gate.Acquire();

            static class Work
            {
                public static void Forget(ProcessLock gate) => gate.Acquire();
            }
            """);
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(errors, Does.Contain("MainProcess waits in ProcessLock.Acquire at Student.cs:5 for what was made at Student.cs:1, held by Process-1, which has ended and will never let go\n"));
    }

    [Test]
    public void A_killed_first_process_takes_every_process_with_it()
    {
        using var program = new RunningProgram("""
            var ready = new ProcessLock();
            ready.Acquire();
            ChildProcess.Create(Work.Spin, ready).Start();
            ready.Acquire();
            Console.WriteLine("ready");
            while (true) { }

            static class Work
            {
                public static void Spin(ProcessLock ready) { Console.WriteLine(Environment.ProcessId); ready.Release(); while (true) { } }
            }
            """);
        var child = int.Parse(program.Process.StandardOutput.ReadLine()!);
        Assert.That(program.Process.StandardOutput.ReadLine(), Is.EqualTo("ready"));
        program.Process.Kill();

        // The streams end only when the last process that has them open is gone.
        Assert.That(program.End().Output, Is.Empty);
        Assert.That(() => System.Diagnostics.Process.GetProcessById(child), Throws.ArgumentException);
    }

    [NeedsLinux]
    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    public void A_signal_to_the_first_process_ends_the_program_even_while_it_waits(string signal, int code)
    {
        using var program = new RunningProgram("""
            var child = ChildProcess.Create(Work.Spin);
            child.Start();
            Console.WriteLine("ready");
            child.Join();

            static class Work
            {
                public static void Spin() { while (true) { } }
            }
            """);
        Assert.That(program.Process.StandardOutput.ReadLine(), Is.EqualTo("ready"));
        using var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", $"{program.Process.Id}"]);
        var (output, errors, exitCode) = program.End();
        Assert.That((output, errors, exitCode), Is.EqualTo(("", "", code)));
    }

    [Test, NeedsLinux]
    public void A_killed_broker_takes_every_process_with_it()
    {
        using var program = new RunningProgram("""
            var ready = new ProcessLock();
            ready.Acquire();
            var child = ChildProcess.Create(Work.Spin, ready);
            child.Start();
            ready.Acquire();
            Console.WriteLine(Work.ParentOf(child.Id));
            ready.Acquire();

            static class Work
            {
                public static void Spin(ProcessLock ready) { ready.Release(); while (true) { } }
                public static string ParentOf(int id) => File.ReadAllText($"/proc/{id}/stat").Split(' ')[3];
            }
            """);
        using var broker = System.Diagnostics.Process.GetProcessById(int.Parse(program.Process.StandardOutput.ReadLine()!));
        broker.Kill();
        var (_, errors, exitCode) = program.End();
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(errors, Does.StartWith("The program was ended: its broker is gone ("));
    }
}
