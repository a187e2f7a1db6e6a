namespace ExerciseKit.Contract.Hosts;

/// <summary>Reads a stream to its end and keeps its first and its last words: whoever writes there can't fill the reader's memory.</summary>
/// <remarks>Both: the runtime says first why it gives up, and then tells a whole stack; a program says last what it died of.</remarks>
public sealed class StreamEnds
{
    private const int FirstChars = 1024;
    private const int LastChars = 3072;

    private readonly StreamReader reader;
    private readonly char[] first = new char[FirstChars];
    private readonly char[] last = new char[LastChars];
    private long seen;

    /// <param name="reader">What is read from now on.</param>
    public StreamEnds(StreamReader reader)
    {
        this.reader = reader;
        End = ReadAsync();
    }

    /// <summary>Ends when the stream does.</summary>
    public Task End { get; }

    /// <summary>What came first and what came last, with a mark where something between them is left out.</summary>
    public override string ToString()
    {
        lock (first)
        {
            var begun = new string(first, 0, (int)Math.Min(seen, FirstChars));
            var afterwards = Math.Max(seen - FirstChars, 0);
            var length = (int)Math.Min(afterwards, LastChars);
            var ended = string.Create(length, this, static (text, self) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = self.last[(self.seen - FirstChars - text.Length + i) % LastChars];
            });
            return afterwards > length ? $"{begun}\n…\n{ended}" : begun + ended;
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new char[LastChars];
        while (await reader.ReadAsync(buffer).ConfigureAwait(false) is var count and > 0)
        {
            lock (first)
            {
                foreach (var letter in buffer.AsSpan(0, count))
                {
                    if (seen < FirstChars)
                        first[seen] = letter;
                    else
                        last[(seen - FirstChars) % LastChars] = letter;
                    seen++;
                }
            }
        }
    }
}
