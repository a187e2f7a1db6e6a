using ExerciseKit.Exercises;
using ExerciseKit.Grading.Playing;
using ExerciseKit.Grading.Preparing;
using ExerciseKit.Playing.Games;

namespace ExerciseKit.Authoring.Verification;

/// <summary>Proves that each game that an exercise offers can be won.</summary>
/// <param name="root">The kit's root folder.</param>
internal sealed class GameVerification(string root)
{
    /// <summary>What is wrong with an exercise's games; empty where nothing is, or there are none.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(Exercise exercise, Preparers preparers, CancellationToken cancellation)
    {
        if (exercise.Games is not { } games)
            return [];
        var where = $"exercises/{exercise.Id}/{ExerciseCatalog.FileName}: \"games\"";
        var program = Path.Combine(exercise.Folder, games.Program);
        if (!File.Exists(program))
            return [$"{where} names {games.Program}, which is not there."];
        var count = (await File.ReadAllLinesAsync(program, cancellation)).Length;
        if (games.Repair is { } task && task.Lines.Append(task.CloseLine ?? 1).Any(line => line > count))
            return [$"{where} speaks of a line beyond the {count} of {games.Program}."];
        var faults = new List<string>();
        await using (var table = await new PlayOpener(root).OpenAsync(new PlayRequest(exercise.Id, null) { IsGame = true }, null, default, cancellation))
        {
            if (games.Offers.Contains(GameKind.Break) && !PlayGames.CanBeBroken(table, cancellation))
                faults.Add($"{where} offers break, and no choices break {games.Check} in {games.Program}.");
            if (games.Offers.Contains(GameKind.Predict) && !PlayGames.CanBePredicted(table, cancellation))
                faults.Add($"{where} offers predict, and there is too little to ask of {games.Program}.");
        }

        if (games.Repair is not null)
            faults.AddRange((await RepairFaultsAsync(exercise, games.Repair, preparers, cancellation)).Select(fault => $"{where} offers repair, and {fault}"));
        return faults;
    }

    private async Task<IReadOnlyList<string>> RepairFaultsAsync(Exercise exercise, RepairTask task, Preparers preparers, CancellationToken cancellation)
    {
        var proof = new RepairProof(root, exercise, preparers);
        var right = new List<int>();
        foreach (var line in task.Lines)
        {
            if ((await proof.TryAsync(line, cancellation)).IsRight)
                right.Add(line);
        }

        if (right.Count == 0)
            return [$"before none of the lines {string.Join(", ", task.Lines)} it repairs the program."];
        return right.Count == task.Lines.Count ? [$"it repairs the program before each of the lines {string.Join(", ", task.Lines)}: there is nothing to find out."] : [];
    }
}
