namespace ExerciseKit.Tests.Live;

[CancelAfter(120_000), Platform(Exclude = "Win")]
public sealed class LongTemporaryFolderTests
{
    [Test]
    public void A_program_started_by_hand_starts_its_processes_however_long_the_path_of_the_temporary_folder_is([Values(60, 100, 200)] int length)
    {
        using var program = new RunningProgram("""
            var child = ChildProcess.Create(Work.Tell);
            child.Start();
            child.Join();
            Console.WriteLine(child.ExitCode);

            static class Work
            {
                public static void Tell() => Console.WriteLine("told");
            }
            """, new string('t', length));

        Assert.That(program.End(), Is.EqualTo(("told\n0\n", "", 0)));
    }
}
