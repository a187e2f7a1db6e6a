using System.Diagnostics;

namespace ExerciseKit.Tests.Cli;

[NeedsLinux]
public sealed class ProcessTreeTests
{
    [Test]
    public void It_tells_what_a_process_and_its_children_wait_for()
    {
        using var child = Process.Start("sleep", "60");
        try
        {
            var told = ProcessTree.Describe(Environment.ProcessId);

            Assert.That(told, Does.Match($@"(?m)^  {Environment.ProcessId}/[0-9]+: .+, [RS] \("));
            Assert.That(told, Does.Match($@"(?m)^  {child.Id}/{child.Id}: "));
        }
        finally
        {
            child.Kill();
        }
    }
}
