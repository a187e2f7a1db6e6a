using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Kernel;
using ExerciseKit.Tests.Kernel.Driving;

namespace ExerciseKit.Tests.Exploration.Explaining;

/// <summary>However much a hand-in makes, and however large: what a timeline tells of it is bounded.</summary>
public sealed class TimelineBoundTests
{
    private const int MaxBytes = 150_000;

    private static readonly string Long = new('x', 20_000);

    private readonly ByHand kernel = new();
    private readonly List<Choice> choices = [];
    private readonly List<TraceStep> steps = [];

    [Test]
    public void A_timeline_of_many_large_things_stays_small()
    {
        for (var i = 0; i < 60; i++)
        {
            Do("0", ByHand.StartOf($".{i}", name: Long));
            Do("0", new CreateQueue($".~{3 * i}", null, IsJoinable: false));
            Do("0", new CreatePipe($".~{3 * i + 1}", $".~{3 * i + 2}", IsDuplex: true));
        }

        for (var i = 0; i < 60; i++)
        {
            Do($"0.{i}", new PutItem($"0~{3 * (i % 3)}", new Payload($"\"{Long}\"", []), null));
            Do($"0.{i}", new FillFile(Long + i, Long));
            Do($"0.{i}", new EndProcess(Ending.Returned, 0));
        }

        Assert.That(BytesOfTimeline(), Is.LessThan(MaxBytes));
    }

    [Test]
    public void An_end_that_closes_hundreds_of_pipes_tells_of_a_few()
    {
        for (var i = 0; i < 300; i++)
            Do("0", new CreatePipe($".~{2 * i}", $".~{2 * i + 1}", IsDuplex: true));
        Do("0", new EndProcess(Ending.Returned, 0));

        var last = TimelineBuilder.Build(Trace, steps.Count)[^1];

        Assert.That(last.Changes!.Value, Has.Count.InRange(1, 10));
        Assert.That(BytesOfTimeline(), Is.LessThan(MaxBytes));
    }

    private Trace Trace => new(choices, steps, Fault: null) { End = kernel.State };

    private int BytesOfTimeline()
    {
        var told = new { Timeline = TimelineBuilder.Build(Trace, steps.Count), Cast = TimelineBuilder.Cast(Trace, steps.Count) };
        Assert.That(told.Timeline, Has.Count.EqualTo(120));
        return JsonSerializer.SerializeToUtf8Bytes(told, ResultJson.Options).Length;
    }

    private void Do(string agent, Operation operation)
    {
        kernel.Submit(agent, operation);
        var (before, seen) = (kernel.State, kernel.Events.Count);
        kernel.Step(agent);
        choices.Add(new Choice(agent, ChoiceKind.Complete));
        steps.Add(new TraceStep(before, kernel.State, [.. kernel.Events.Skip(seen)]));
    }
}
