using System.Text;

namespace ExerciseKit.Host.Shims;

/// <summary>The framework's reader, on a file of the run's.</summary>
/// <remarks>An encoding is ignored: the run's files are text.</remarks>
[StandsFor(typeof(StreamReader), Wholly = true)]
public class StreamReaderShim : StreamReader
{
    public StreamReaderShim(string path)
        : base(new FileStreamShim(path, FileMode.Open, FileAccess.Read))
    {
    }

    public StreamReaderShim(string path, bool detectEncodingFromByteOrderMarks)
        : this(path)
    {
    }

    public StreamReaderShim(string path, Encoding encoding)
        : this(path)
    {
    }

    public StreamReaderShim(Stream stream)
        : base(stream)
    {
    }

    public StreamReaderShim(Stream stream, Encoding encoding)
        : base(stream)
    {
    }

    public StreamReaderShim(Stream stream, Encoding? encoding = null, bool detectEncodingFromByteOrderMarks = true, int bufferSize = -1, bool leaveOpen = false)
        : base(stream, null, detectEncodingFromByteOrderMarks, bufferSize, leaveOpen)
    {
    }
}
