using System.Reflection;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Host.Shims;
using ExerciseKit.Tests.Preparation.Rewriting;

namespace ExerciseKit.Tests.Host.Shims;

[NonParallelizable]
[CancelAfter(60_000)]
public sealed class ConsoleWriterTests
{
    [Test]
    public void Every_synchronous_way_to_write_is_overridden()
    {
        var inherited = typeof(TextWriter).GetMethods()
            .Where(m => m.IsVirtual && m.Name is nameof(TextWriter.Write) or nameof(TextWriter.WriteLine))
            .Where(m => typeof(ConsoleWriter).GetMethod(m.Name, [.. m.GetParameters().Select(p => p.ParameterType)])!.DeclaringType != typeof(ConsoleWriter));
        Assert.That(inherited, Is.Empty);
    }

    [Test]
    public void Each_call_is_one_operation()
    {
        var link = new ScriptedLink();
        AgentSession.Current = new AgentSession(link);
        try
        {
            foreach (var method in typeof(ConsoleWriter).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.Name == "WriteLine" && !m.GetParameters().Any(p => p.ParameterType.IsByRefLike)))
            {
                var before = link.Asked.Count;
                method.Invoke(ConsoleWriter.Error, [.. method.GetParameters().Select(p => Sample(p.ParameterType))]);
                Assert.That(link.Asked, Has.Count.EqualTo(before + 1), method.ToString());
                Assert.That(link.Asked[^1].Operation, Is.InstanceOf<WriteConsole>());
                Assert.That(((WriteConsole)link.Asked[^1].Operation).Text, Does.EndWith("\n"));
                Assert.That(((WriteConsole)link.Asked[^1].Operation).Stream, Is.EqualTo(ConsoleStream.Error));
            }
        }
        finally
        {
            AgentSession.Current = null;
        }

        Assert.That(link.Asked, Has.Count.GreaterThan(15));
    }

    private static object? Sample(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(char[]) => new[] { 'a', 'b' },
        _ when type == typeof(object[]) => Array.Empty<object>(),
        { IsValueType: true } => Activator.CreateInstance(type),
        _ => null,
    };
}
