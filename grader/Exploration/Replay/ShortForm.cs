using System.Text;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Replay;

/// <summary>What a process waits for, in a few words that come through any text format unchanged.</summary>
/// <remarks>Without its place in the source: the same interleaving can then be tried on a program with a line more.</remarks>
internal static class ShortForm
{
    private const int MaxLength = 60;

    public static string Of(KernelState state, Choice choice)
    {
        var described = state.Agents[choice.Agent]?.Pending?.Describe().En ?? "";
        var text = new StringBuilder(Math.Min(described.Length, MaxLength));

        // By runes: half a surrogate pair would not come back from UTF-8 as it was.
        foreach (var rune in described.EnumerateRunes())
        {
            if (text.Length >= MaxLength)
                break;
            if (Rune.IsControl(rune))
                text.Append(' ');
            else
                text.Append(rune);
        }

        return text.ToString();
    }
}
