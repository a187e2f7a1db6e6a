using ExerciseKit.Exploration.Playing;
using ExerciseKit.Grading.Playing;

namespace ExerciseKit.Playing.Games;

/// <summary>Tells whether games can be won, for who offers them.</summary>
public static class PlayGames
{
    /// <summary>Whether a program can be driven into its fault, and the search knows so.</summary>
    public static bool CanBeBroken(PlayTable table, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.Undo(int.MaxValue);
        var isBroken = table.GoTo(PlayTarget.Break, cancellation).Found == PlayFound.Yes && table.View().Ending is { IsBroken: true };
        table.Undo(int.MaxValue);
        return isBroken && table.About.Search.Outcome == PlayOutcome.Breaks;
    }

    /// <summary>Whether there is enough to ask of what comes next: each question of a game.</summary>
    public static bool CanBePredicted(PlayTable table, CancellationToken cancellation)
    {
        var game = new PredictGame(table, seed: 1);
        var asked = 0;
        for (; game.View.Question is not null; asked++)
            game.Answer(new HashSet<int> { 1 }, cancellation);
        return asked == game.View.MaxPoints;
    }
}
