namespace ExerciseKit.Contract.Hosts;

/// <summary>Reads a stream to its end and keeps the end of it: whoever writes there can't fill the reader's memory.</summary>
public sealed class StreamTail
{
    private const int KeptChars = 4096;

    private readonly StreamReader reader;
    private readonly char[] kept = new char[KeptChars];
    private long seen;

    /// <param name="reader">What is read from now on.</param>
    public StreamTail(StreamReader reader)
    {
        this.reader = reader;
        End = ReadAsync();
    }

    /// <summary>Ends when the stream does.</summary>
    public Task End { get; }

    /// <summary>What came last.</summary>
    public override string ToString()
    {
        lock (kept)
        {
            var length = (int)Math.Min(seen, KeptChars);
            return string.Create(length, this, static (text, self) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = self.kept[(self.seen - text.Length + i) % KeptChars];
            });
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new char[KeptChars];
        while (await reader.ReadAsync(buffer).ConfigureAwait(false) is var count and > 0)
        {
            lock (kept)
            {
                foreach (var letter in buffer.AsSpan(0, count))
                    kept[seen++ % KeptChars] = letter;
            }
        }
    }
}
