using ExerciseKit.Contract;

namespace ExerciseKit.Exercises;

/// <summary>The games that an exercise offers, on a wrong program of its own.</summary>
/// <param name="Program">The file that holds the program, relative to the exercise's folder; it stands in for the one that the student hands in. Not named <c>.cs</c>, so that nobody builds it.</param>
/// <param name="Check">The check that it breaks, by id.</param>
/// <param name="Offers">Which games.</param>
/// <param name="Repair">What is to be repaired; null where that game is not offered.</param>
public sealed record ExerciseGames(string Program, string Check, EquatableArray<GameKind> Offers, RepairTask? Repair);

/// <summary>A game.</summary>
public enum GameKind
{
    /// <summary>Drive the program into its fault.</summary>
    Break,

    /// <summary>Say who can go on, and what is printed next.</summary>
    Predict,

    /// <summary>Say at which line what is missing belongs.</summary>
    Repair,
}

/// <summary>A line that is missing, and where it could stand.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Insert">The line.</param>
/// <param name="Lines">The lines of the program before which it could stand.</param>
/// <param name="Close">A line that goes with it at a fixed place, as a lock's release; null for none.</param>
/// <param name="CloseLine">The line before which that stands; null for none.</param>
public sealed record RepairTask(LocalizedText Question, string Insert, EquatableArray<int> Lines, string? Close, int? CloseLine)
{
    /// <summary>The program with the line put in.</summary>
    /// <param name="program">The program.</param>
    /// <param name="line">Before which of its lines.</param>
    public string Patched(string program, int line)
    {
        ArgumentNullException.ThrowIfNull(program);
        var lines = program.ReplaceLineEndings("\n").Split('\n').ToList();
        // The later one first: it moves nothing before it.
        if (Close is not null && CloseLine is { } last)
            Put(Close, last);
        Put(Insert, line);
        return string.Join('\n', lines);

        void Put(string text, int before)
        {
            var indent = lines[before - 1][..(lines[before - 1].Length - lines[before - 1].TrimStart().Length)];
            lines.Insert(before - 1, indent + text);
        }
    }
}
