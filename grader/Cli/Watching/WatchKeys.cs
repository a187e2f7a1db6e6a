using ExerciseKit.Session.Watching;

namespace ExerciseKit.Cli.Watching;

/// <summary>Reads keys off the terminal, and notices when it is gone.</summary>
internal static class WatchKeys
{
    /// <summary>How long a look for a key takes at most; the end of a session waits for it.</summary>
    private const int LookMilliseconds = 50;

    private const int BufferBytes = 256;

    /// <summary>Reads keys until it is told to stop, or the terminal is gone.</summary>
    /// <param name="input">The terminal's input; null on Windows, where the framework reads keys.</param>
    /// <param name="session">Told of each key.</param>
    /// <param name="gone">Told when the terminal is.</param>
    /// <param name="cancellation">Stops it.</param>
    public static void Read(RawInput? input, WatchSession session, Action gone, CancellationToken cancellation)
    {
        var buffer = new byte[BufferBytes];
        while (!cancellation.IsCancellationRequested)
        {
            if (input is null)
            {
                ReadKeys(session, cancellation);
                continue;
            }

            // Whenever a process is started that might use the terminal, the framework gives it its first settings back.
            input.Begin();
            if (RawInput.Read(buffer, LookMilliseconds) is not { } count)
            {
                gone();
                return;
            }

            foreach (var (key, digit) in KeyBytes.Parse(buffer.AsSpan(0, count)))
                session.Press(key, digit);
        }
    }

    // RS0030: with Terminal, the one place that takes hold of the terminal.
#pragma warning disable RS0030
    private static void ReadKeys(WatchSession session, CancellationToken cancellation)
    {
        while (Console.KeyAvailable)
        {
            var key = Console.ReadKey(intercept: true);
            session.Press(
                key.Key switch
                {
                    ConsoleKey.UpArrow => WatchKey.Up,
                    ConsoleKey.DownArrow => WatchKey.Down,
                    ConsoleKey.LeftArrow => WatchKey.Left,
                    ConsoleKey.RightArrow => WatchKey.Right,
                    ConsoleKey.PageUp => WatchKey.PageUp,
                    ConsoleKey.PageDown => WatchKey.PageDown,
                    _ => KeyBytes.Meaning(key.KeyChar),
                },
                char.IsAsciiDigit(key.KeyChar) ? key.KeyChar - '0' : null);
        }

        cancellation.WaitHandle.WaitOne(LookMilliseconds);
    }
#pragma warning restore RS0030
}
