namespace ExerciseKit.Playing;

/// <summary>Plays over two streams of lines, until one says quit or there are no more.</summary>
public static class PlayLines
{
    /// <summary>Plays.</summary>
    /// <param name="desk">What answers.</param>
    /// <param name="input">The commands, a line each; empty ones are passed over.</param>
    /// <param name="output">The answers.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task RunAsync(PlayDesk desk, TextReader input, TextWriter output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        await SayAsync(desk.Greeting()).ConfigureAwait(false);
        while (!desk.IsOver && await input.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                await SayAsync(desk.Answer(line, cancellation)).ConfigureAwait(false);
        }

        async Task SayAsync(string answer)
        {
            await output.WriteAsync((answer + "\n").AsMemory(), cancellation).ConfigureAwait(false);
            await output.FlushAsync(cancellation).ConfigureAwait(false);
        }
    }
}
