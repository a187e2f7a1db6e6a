using ExerciseKit.Grading.Playing;
using ExerciseKit.Playing.Commands;

namespace ExerciseKit.Playing.Games;

/// <summary>A game on what is played; the machine grades it.</summary>
internal abstract class PlayGame
{
    /// <summary>How it stands.</summary>
    public abstract GameView View { get; }

    /// <summary>Told of each move that the player has made.</summary>
    /// <param name="view">Where that led.</param>
    public virtual void Moved(PlayView view)
    {
        // Most games ask, and look at no moves.
    }

    /// <summary>Told that the player was taken somewhere.</summary>
    public virtual void WasTaken()
    {
        // Most games ask.
    }

    /// <summary>Whether the player may not move while it goes on: the game does.</summary>
    public virtual bool MovesItself => false;

    /// <summary>Takes an answer to the question.</summary>
    /// <param name="options">The options that were chosen, from 1.</param>
    public virtual void Answer(IReadOnlySet<int> options, CancellationToken cancellation) =>
        throw new PlayCommandException("no-question", ("This game asks nothing: play on.", "这个游戏没有提问：请继续演练。"));
}
