namespace ExerciseKit.Tests.Live;

/// <summary>What only a program started by hand has: a working folder, an environment, threads. CPython 3.11.7 does the same with a child that is spawned.</summary>
[CancelAfter(60_000)]
public sealed class SurroundingsTests
{
    [Test]
    public void A_child_has_the_working_folder_and_the_environment_of_its_start()
    {
        var (output, errors, exitCode) = RunningProgram.Run("""
            var child = ChildProcess.Create(Scene.Tell);
            var folder = System.IO.Directory.CreateTempSubdirectory("kit-test-");
            Environment.CurrentDirectory = folder.FullName;
            Environment.SetEnvironmentVariable("SCENE", "set = before the start");
            child.Start();
            child.Join();
            Environment.CurrentDirectory = "/";
            folder.Delete();

            public static class Scene
            {
                public static void Tell() => Console.WriteLine($"{System.IO.Path.GetFileName(Environment.CurrentDirectory).StartsWith("kit-test-")} {Environment.GetEnvironmentVariable("SCENE")}");
            }
            """);
        Assert.That((output, exitCode), Is.EqualTo(("True set = before the start\n", 0)), errors);
    }

    [Test]
    public void A_childs_end_waits_for_its_foreground_threads_and_its_exit_code_counts()
    {
        var (output, errors, exitCode) = RunningProgram.Run("""
            var child = ChildProcess.Create(Scene.Work);
            child.Start();
            child.Join();
            Console.WriteLine($"{child.ExitCode}");

            public static class Scene
            {
                public static void Work()
                {
                    new Thread(() => { Thread.Sleep(500); Console.WriteLine("worked"); }).Start();
                    Environment.ExitCode = 5;
                }
            }
            """);
        Assert.That((output, exitCode), Is.EqualTo(("worked\n5\n", 0)), errors);
    }

    [Test]
    public void An_answer_that_is_too_long_is_an_exception_and_not_the_programs_end()
    {
        var (output, errors, exitCode) = RunningProgram.Run("""
            var list = new SharedList<string>();
            for (var i = 0; i < 20; i++)
                list.Add(new string('x', 1_000_000));
            try { list.ToArray(); } catch (InvalidOperationException e) { Console.WriteLine(e.Message.Contains("Ask for less at a time")); }
            Console.WriteLine(list.Count);
            """);
        Assert.That((output, exitCode), Is.EqualTo(("True\n20\n", 0)), errors);
    }
}
