using System.Text;

namespace ExerciseKit.Host.Shims;

/// <summary>The framework's writer, on a file of the run's; its lines end alike on every system.</summary>
/// <remarks>An encoding is ignored: the run's files are text.</remarks>
[StandsFor(typeof(StreamWriter), Wholly = true)]
public class StreamWriterShim : StreamWriter
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    public StreamWriterShim(string path)
        : this(path, append: false)
    {
    }

    public StreamWriterShim(string path, bool append)
        : this(new FileStreamShim(path, append ? FileMode.Append : FileMode.Create, FileAccess.Write))
    {
    }

    public StreamWriterShim(string path, bool append, Encoding encoding)
        : this(path, append)
    {
    }

    public StreamWriterShim(Stream stream)
        : this(stream, Plain)
    {
    }

    public StreamWriterShim(Stream stream, Encoding encoding)
        : this(stream, encoding, bufferSize: -1)
    {
    }

    public StreamWriterShim(Stream stream, Encoding? encoding = null, int bufferSize = -1, bool leaveOpen = false)
        : base(stream, Plain, bufferSize, leaveOpen) => CoreNewLine = ['\n'];
}
