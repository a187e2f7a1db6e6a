using ExerciseKit.Contract;

namespace ExerciseKit.Playing.Commands;

/// <summary>A line asks for what can't be done.</summary>
internal sealed class PlayCommandException(string code, LocalizedText text) : Exception(text.En)
{
    public PlayError Error { get; } = new(code, text);
}
