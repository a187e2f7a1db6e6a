using ExerciseKit.Contract;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Preparation.Evaluation;

namespace ExerciseKit.Grading;

/// <summary>What the kit does otherwise on this machine than it would, in words: no result depends on it.</summary>
public static class MachineNotes
{
    /// <summary>All of it; empty where everything is as usual.</summary>
    public static EquatableArray<string> Take()
    {
        var notes = new List<string>();
        if (SocketFolder.IsElsewhere)
        {
            notes.Add($"The path of the temporary folder ({Path.GetTempPath()}) is too long for the names of sockets, so the folders of hand-ins lie in {SocketFolder.Root}. "
                + $"TMPDIR may name a folder with a path of up to {SocketFolder.MaxRootBytes} bytes.");
        }

        if (EvaluationCache.ForUser().Refusal() is { } refusal)
            notes.Add($"How the exercises are compiled can't be kept between two runs, so each run begins some seconds later: {refusal} {EvaluationCache.Variable} may name another folder.");
        return notes.ToEquatableArray();
    }
}
