using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;

namespace ExerciseKit.Tests.Hosting.Hosts;

[NeedsLinux, CancelAfter(60_000)]
public sealed class HandInBudgetTests
{
    [Test]
    public async Task A_hand_in_that_has_used_up_its_processor_time_runs_no_more(CancellationToken cancellation)
    {
        await using var pool = new HostPool(SandboxDemand.WhatThereIs, budget: new HandInBudget(TimeSpan.Zero, 2L << 30));
        var run = new RunAgent(1, "/nowhere/Student.dll", new Target("Student", "Run", "*"), new Payload("[]", []), [], null, 0, FreshStatics: true);
        Assert.That(async () => await pool.BeginAsync(run, own: null, cancellation), Throws.InstanceOf<GraderFaultException>(), "its start alone takes some");

        CondemnedHostException? condemned = null;
        while (condemned is null)
        {
            try
            {
                await pool.BeginAsync(run, own: null, cancellation);
            }
            catch (CondemnedHostException e)
            {
                condemned = e;
            }
            catch (GraderFaultException)
            {
                // Nobody has looked yet.
            }
        }

        Assert.That(condemned.Verdict, Is.EqualTo(Verdict.Limit));
        Assert.That(condemned.Message, Does.Contain("0 minutes of processor time that one may use in all its exercises"));
    }
}
