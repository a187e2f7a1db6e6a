using System.Diagnostics;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace ExerciseKit.Tests.Bounds;

/// <summary>Ends the test process when a test is stuck: when it takes more than twice its time and a grace.</summary>
/// <remarks>
/// A test's time is its <see cref="CancelAfterAttribute"/>. That cancels a token and no more, and .NET can stop no thread, so
/// whatever does not heed the token would hold the run for ever. No verdict comes of this: what ends here was stuck. Time is
/// counted in the watch's own turns, so that a machine that stands still takes no test's time.
/// </remarks>
/// <param name="defaultMs">The time of a test that names none, in milliseconds.</param>
/// <param name="graceMs">What is granted beyond twice the time, in milliseconds.</param>
/// <param name="idleMs">How long no test at all may run, in milliseconds: what comes before, between and after tests is bounded by it.</param>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class EndWhenStuckAttribute(int defaultMs = 120_000, int graceMs = 60_000, int idleMs = 600_000) : Attribute, ITestAction
{
    private const int TurnMs = 100;

    private readonly object gate = new();
    private readonly Dictionary<string, RunningTest> running = [];
    private long idleForMs;
    private bool isOver;

    /// <summary>The whole run, and each test with what is set up and torn down for it.</summary>
    public ActionTargets Targets => ActionTargets.Suite | ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
        // A thread of its own: a test that is stuck may hold every thread of the pool.
        if (test.IsSuite)
            new Thread(Watch) { IsBackground = true, Name = "Stuck tests" }.Start();
        else
            Change(() => running[test.Id] = new RunningTest(test.FullName, TimeMs(test)));
    }

    public void AfterTest(ITest test) => Change(() =>
    {
        if (test.IsSuite)
            isOver = true;
        else
            running.Remove(test.Id);
    });

    private void Change(Action change)
    {
        lock (gate)
        {
            change();
            idleForMs = 0;
        }
    }

    private void Watch()
    {
        lock (gate)
        {
            while (!isOver)
            {
                Monitor.Wait(gate, TurnMs);
                if (!Debugger.IsAttached && Stuck() is { } what)
                    StuckProcess.End(what);
            }
        }
    }

    private string? Stuck()
    {
        idleForMs = running.Count == 0 ? idleForMs + TurnMs : 0;
        foreach (var test in running.Values)
            test.AgeMs += TurnMs;
        if (running.Values.FirstOrDefault(t => t.AgeMs > (2 * t.TimeMs) + graceMs) is { } stuck)
            return $"{stuck.Name} is stuck: it has run for {stuck.AgeMs / 1000.0} s, and its time is {stuck.TimeMs / 1000.0} s.";
        return idleForMs > idleMs ? $"The run is stuck between its tests: none has run for {idleForMs / 1000.0} s. Look for a OneTimeSetUp or OneTimeTearDown that does not end." : null;
    }

    private long TimeMs(ITest test)
    {
        for (var of = test; of is not null; of = of.Parent)
        {
            if (of.Properties.Get(PropertyNames.Timeout) is int timeMs)
                return timeMs;
        }

        return defaultMs;
    }

    private sealed class RunningTest(string name, long timeMs)
    {
        public string Name => name;

        public long TimeMs => timeMs;

        public long AgeMs { get; set; }
    }
}
