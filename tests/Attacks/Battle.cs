using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;

namespace ExerciseKit.Tests.Attacks;

/// <summary>Grades an attack as a hand-in is graded, and looks around afterwards.</summary>
internal static class Battle
{
    private static readonly TimeSpan Reaping = TimeSpan.FromSeconds(30);

    /// <param name="grader">Who grades it.</param>
    /// <param name="attack">The attack.</param>
    public static async Task<Aftermath> FightAsync(Grader grader, Attack attack, CancellationToken cancellation)
    {
        using var surroundings = new Surroundings();
        using var temp = new PrivateTemp();
        GradeResult? result = null;
        string? refusal = null;
        string? fault = null;
        try
        {
            result = await grader.GradeAsync(new GradeRequest(attack.Lay(surroundings), [AttackedKit.ExerciseId], OutFile: surroundings.Result), null, cancellation);
            fault = result.Fault?.En;
        }
        catch (BadInputException e)
        {
            refusal = e.Message;
        }
#pragma warning disable CA1031 // Whatever it is, it is the grader's fault, and is counted.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            fault = e.ToString();
        }

        var left = new List<string>(surroundings.Left());
        if (!temp.AllEndWithin(Reaping))
            left.Add($"processes {string.Join(", ", temp.Processes)}");
        left.AddRange(temp.Files);
        return new Aftermath(attack.Name, result, refusal, [.. surroundings.Reached(Told(result) + refusal)], left, fault);
    }

    private static string Told(GradeResult? result)
    {
        if (result is null)
            return "";
        using var text = new StringWriter();
        foreach (var exercise in result.Exercises)
        {
            text.WriteLine(exercise.Output.Head + exercise.Output.Tail);
            foreach (var check in exercise.Checks)
                text.WriteLine(check.Message.En + string.Concat(check.Timeline.Select(s => $"\n{s.Operation.En} {s.Result.En}")));
        }

        return text.ToString();
    }
}
