using ExerciseKit.Session.Watching;

namespace ExerciseKit.Cli.Watching;

/// <summary>What a terminal sends for keys.</summary>
internal static class KeyBytes
{
    private const byte Escape = 0x1B;
    private const byte ControlC = 3;
    private const byte Backspace = 0x7F;
    private const byte OldBackspace = 8;

    /// <summary>The keys in what has come; what means nothing is left out.</summary>
    /// <param name="bytes">All that has come at once: the parts of one key do.</param>
    public static IReadOnlyList<(WatchKey Key, int? Digit)> Parse(ReadOnlySpan<byte> bytes)
    {
        var keys = new List<(WatchKey, int?)>();
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == Escape && at + 1 < bytes.Length && bytes[at + 1] is (byte)'[' or (byte)'O')
                Add(Sequence(bytes, ref at), null);
            else if (char.IsAsciiDigit((char)bytes[at]))
                Add(WatchKey.None, bytes[at] - '0');
            else
                Add(Meaning((char)bytes[at]), null);
        }

        return keys;

        void Add(WatchKey key, int? digit)
        {
            if (key != WatchKey.None || digit is not null)
                keys.Add((key, digit));
        }
    }

    /// <summary>What a character asks for.</summary>
    public static WatchKey Meaning(char character) => character switch
    {
        'n' => WatchKey.Next,
        'p' => WatchKey.Previous,
        'h' => WatchKey.Hint,
        't' => WatchKey.Timeline,
        's' => WatchKey.Steps,
        'r' => WatchKey.Run,
        'R' => WatchKey.Reset,
        'l' => WatchKey.List,
        'a' => WatchKey.Again,
        '?' => WatchKey.Help,
        'y' => WatchKey.Yes,
        'k' => WatchKey.Up,
        'j' or ' ' => WatchKey.Down,
        '\r' or '\n' => WatchKey.Enter,
        'c' or (char)Escape or (char)Backspace or (char)OldBackspace => WatchKey.Back,
        'q' or (char)ControlC => WatchKey.Quit,
        _ => WatchKey.None,
    };

    // ESC [ parameters, and a letter or a tilde at the end; ESC O and a letter. One that is cut short means nothing.
    private static WatchKey Sequence(ReadOnlySpan<byte> bytes, ref int at)
    {
        var from = at + 2;
        var end = from;
        while (end < bytes.Length && bytes[end] is < 0x40 or > 0x7E)
            end++;
        at = end;
        return end >= bytes.Length ? WatchKey.None : (char)bytes[end] switch
        {
            'A' => WatchKey.Up,
            'B' => WatchKey.Down,
            'C' => WatchKey.Right,
            'D' => WatchKey.Left,
            '~' when bytes[from] == '5' => WatchKey.PageUp,
            '~' when bytes[from] == '6' => WatchKey.PageDown,
            _ => WatchKey.None,
        };
    }
}
