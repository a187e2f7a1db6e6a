using ExerciseKit.Tests.Bounds;
using NUnit.Framework.Api;
using NUnit.Framework.Internal;

[assembly: EndWhenStuck(defaultMs: 500, graceMs: 500, idleMs: 2_000)]

namespace ExerciseKit.Stuck;

/// <summary>Runs the tests of one class here, as a test process does; 0 when they came to an end.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        runner.Load(typeof(Program).Assembly, new Dictionary<string, object>());
        var result = runner.Run(TestListener.NULL, TestFilter.FromXml($"<filter><class>ExerciseKit.Stuck.{args[0]}</class></filter>"));
        return result.TotalCount == 1 ? 0 : 1;
    }
}
