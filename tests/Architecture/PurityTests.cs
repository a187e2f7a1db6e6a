using Mono.Cecil;

namespace ExerciseKit.Tests.Architecture;

public sealed class PurityTests
{
    [TestCase("Kernel")]
    [TestCase("Exploration")]
    public void The_kernel_and_the_exploration_do_no_io_start_no_thread_and_read_no_clock(string project)
    {
        using var module = Assemblies.Read(project);

        Assert.That(ImpureUses.In(module), Is.Empty);
    }

    [Test]
    public void What_reaches_out_is_found()
    {
        using var module = ModuleDefinition.ReadModule(typeof(PurityTests).Assembly.Location);

        var found = ImpureUses.In(module).ToList();

        Assert.That(found, Does.Contain("System.IO.File").And.Contain("System.Diagnostics.Process").And.Contain("System.Environment::get_ProcessId"));
        Assert.That(found, Does.Contain("System.DateTime::get_UtcNow").And.Contain("System.Threading.Tasks.Task::Run").And.Contain("System.Random::.ctor"));
    }

    // Never called: what the test above must find in this assembly.
    internal static async Task<int> ReachOutAsync() =>
        await Task.Run(() => Environment.ProcessId + DateTime.UtcNow.Day + new Random().Next());
}
