using Mono.Cecil;

namespace ExerciseKit.Tests.Architecture;

/// <summary>NUnit's asynchronous assertions give a task, and pass whatever comes of it where nobody awaits that. Say Assert.That(async () => …, Throws…), which waits.</summary>
public sealed class AssertionTests
{
    [Test]
    public void No_test_uses_an_assertion_that_passes_when_it_is_not_awaited()
    {
        using var module = ModuleDefinition.ReadModule(typeof(AssertionTests).Assembly.Location);

        // The one that is found shows that such a use is.
        Assert.That(AsynchronousAssertions(module), Is.EqualTo([nameof(Assert.ThatAsync)]));
    }

    [Test]
    public void An_assertion_on_an_asynchronous_delegate_waits_for_its_end()
    {
        var hasEnded = false;

        Assert.That(
            async () =>
            {
                await Task.Yield();
                hasEnded = true;
                throw new InvalidOperationException("late");
            },
            Throws.InvalidOperationException.With.Message.EqualTo("late"));

        Assert.That(hasEnded);
    }

    private static IEnumerable<string> AsynchronousAssertions(ModuleDefinition module) =>
        module.GetMemberReferences()
            .Where(m => m.DeclaringType.FullName == typeof(Assert).FullName && m.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(m => m.Name)
            .Distinct();

    // Never called.
    internal static async Task AssertAsync() => await Assert.ThatAsync(() => Task.CompletedTask, Throws.Nothing);
}
