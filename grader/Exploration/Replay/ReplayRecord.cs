using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Replay;

/// <summary>A token's JSON: short, since each process and each operation is named once and steps are numbers.</summary>
/// <param name="Head">Exercise, check, hash, scenario, tier, verdict; the last two by name, since a number means another thing once one is added.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Agents">The processes' names.</param>
/// <param name="Operations">The operations' short forms.</param>
/// <param name="Steps">Three numbers a step: process, kind, operation.</param>
/// <param name="Chance">The value of chance.</param>
internal sealed record ReplayRecord(string[] Head, int Seed, string[] Agents, string[] Operations, int[] Steps, int Chance = 0)
{
    private const int NumbersPerStep = 3;

    public static ReplayRecord Of(ReplayToken token)
    {
        var agents = token.Steps.Select(s => s.Choice.Agent).Distinct().ToList();
        var operations = token.Steps.Select(s => s.Operation).Distinct().ToList();
        return new ReplayRecord(
            [token.Exercise, token.Check, token.SubmissionHash, token.Scenario, token.Tier.ToString(), token.Verdict.ToString()],
            token.Seed,
            [.. agents],
            [.. operations],
            [.. token.Steps.SelectMany(s => (int[])[agents.IndexOf(s.Choice.Agent), (int)s.Choice.Kind, operations.IndexOf(s.Operation)])],
            token.Chance);
    }

    /// <summary>The token; null where the record is none.</summary>
    public static ReplayToken? TryRead(byte[] json, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<ReplayRecord>(json, options)?.ToToken();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ReplayToken? ToToken()
    {
        if (Head is not [{ } exercise, { } check, { } hash, { } scenario, { } tierName, { } verdictName])
            return null;
        if (!Enum.TryParse<Tier>(tierName, out var tier) || !Enum.TryParse<Verdict>(verdictName, out var verdict) || Steps.Length % NumbersPerStep != 0)
            return null;
        var steps = new List<ReplayStep>();
        foreach (var step in Steps.Chunk(NumbersPerStep))
        {
            if (Agents.ElementAtOrDefault(step[0]) is not { } agent || !Enum.IsDefined((ChoiceKind)step[1]) || Operations.ElementAtOrDefault(step[2]) is not { } operation)
                return null;
            steps.Add(new ReplayStep(new Choice(agent, (ChoiceKind)step[1]), operation));
        }

        return new ReplayToken(exercise, check, hash, Seed, scenario, tier, verdict, steps.ToEquatableArray(), Chance);
    }
}
