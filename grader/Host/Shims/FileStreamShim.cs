using System.Text;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Host.Shims;

/// <summary>A file of the run's private folder that is read and written piece by piece: each piece is an operation.</summary>
/// <remarks>
/// What is written waits until it is flushed, the stream is closed, or more than <see cref="BufferBytes"/> bytes wait, as in .NET;
/// what a process has not flushed is lost with it. The run's files are text: bytes that are no UTF-8 are refused.
/// </remarks>
[StandsFor(typeof(FileStream), Wholly = true)]
#pragma warning disable CA1710 // All shims are named so; the student's code reads FileStream.
public class FileStreamShim : Stream
#pragma warning restore CA1710
{
    private const int BufferBytes = 4096;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly FileAccess access;
    private readonly string path;
    private readonly string handle;
    private readonly List<byte> unwritten = [];
    private byte[] ahead = [];
    private int given;
    private int offset;
    private long position;
    private bool isClosed;

    public FileStreamShim(string path, FileMode mode)
        : this(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite)
    {
    }

    public FileStreamShim(string path, FileMode mode, FileAccess access)
        : this(path, mode, access, FileShare.Read)
    {
    }

    public FileStreamShim(string path, FileMode mode, FileAccess access, FileShare share)
    {
        if (mode is < FileMode.CreateNew or > FileMode.Append)
            throw new ArgumentOutOfRangeException(nameof(mode));
        if (access == FileAccess.Read && mode is not (FileMode.Open or FileMode.OpenOrCreate))
            throw new ArgumentException($"Combining FileMode: {mode} with FileAccess: {access} is invalid.", nameof(access));
        if (mode == FileMode.Append && access != FileAccess.Write)
            throw new ArgumentException("Append access can be requested only in write-only mode.", nameof(access));
        this.access = access;
        this.path = FileName.Of(path);
        handle = Request.Session.NextObject();
        var length = (int)Request.Number(new OpenFile(this.path, handle, (OpenMode)mode, share == FileShare.None));
        // As .NET does: the end is where it was when the file was opened.
        if (mode == FileMode.Append)
            offset = length;
    }

    public FileStreamShim(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize)
        : this(path, mode, access, share)
    {
    }

    public virtual string Name => path;

    public override bool CanRead => !isClosed && access.HasFlag(FileAccess.Read);

    public override bool CanWrite => !isClosed && access.HasFlag(FileAccess.Write);

    public override bool CanSeek => !isClosed;

    public override long Length => Encoding.UTF8.GetByteCount(WholeText());

    public override long Position
    {
        get => position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override int Read(Span<byte> buffer)
    {
        Require(CanRead, "reading");
        Flush();
        if (given == ahead.Length)
        {
            var text = Request.Text(new ReadFileAt(path, handle, offset, BufferBytes));
            (ahead, given) = (Encoding.UTF8.GetBytes(text), 0);
            offset += text.Length;
        }

        var count = Math.Min(buffer.Length, ahead.Length - given);
        ahead.AsSpan(given, count).CopyTo(buffer);
        given += count;
        position += count;
        return count;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Require(CanWrite, "writing");
        ForgetAhead();
        unwritten.AddRange(buffer);
        position += buffer.Length;
        if (unwritten.Count > BufferBytes)
            Flush();
    }

    public override void Flush()
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        if (unwritten.Count == 0)
            return;
        var text = TakeText();
        if (text.Length == 0)
            return;
        RunLimits.Append(path, text);
        Request.Done(new WriteFileAt(path, handle, offset, text));
        offset += text.Length;
    }

    public virtual void Flush(bool flushToDisk) => Flush();

    public override long Seek(long offset, SeekOrigin origin)
    {
        Require(CanSeek, "seeking");
        if (offset == 0 && origin == SeekOrigin.Current)
            return position;
        var isStart = offset == 0 && origin == SeekOrigin.Begin;
        var bytes = isStart ? [] : Encoding.UTF8.GetBytes(WholeText());
        Flush();
        ForgetAhead();
        var target = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => position,
            _ => bytes.Length,
        };
        if (target < 0)
            throw new IOException("An attempt was made to move the position before the beginning of the stream.");
        this.offset = CharsIn(bytes, target);
        return position = target;
    }

    public override void SetLength(long value)
    {
        Require(CanWrite, "writing");
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        var bytes = value == 0 ? [] : Encoding.UTF8.GetBytes(WholeText());
        Flush();
        Request.Done(new SetFileLength(path, handle, CharsIn(bytes, value)));
        if (position > value)
            Seek(value, SeekOrigin.Begin);
    }

    protected override void Dispose(bool disposing)
    {
        try
        {
            if (disposing && !isClosed)
                End();
        }
        finally
        {
            base.Dispose(disposing);
        }
    }

    private void End()
    {
        try
        {
            Flush();
            if (unwritten.Count > 0)
                throw NoText();
        }
        finally
        {
            isClosed = true;
            Request.Done(new CloseFile(path, handle));
        }
    }

    private static int CharsIn(byte[] bytes, long length) =>
        Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(bytes.Length, length)) + (int)Math.Max(0, length - bytes.Length);

    private NotSupportedException NoText() =>
        new($"What was written to '{path}' is no UTF-8 text, and the files of a graded run are. Write text, by a StreamWriter for instance.");

    private string WholeText()
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        Flush();
        return Request.Text(new ReadFileAt(path, handle, 0, int.MaxValue));
    }

    /// <summary>What waits to be written, but for a character at its end whose rest is still to come.</summary>
    private string TakeText()
    {
        var bytes = unwritten.ToArray();
        var whole = bytes.Length;
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var lead = bytes[^back];
            if (lead >= 0xC0)
            {
                var needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
                whole = needed > back ? bytes.Length - back : bytes.Length;
                break;
            }

            if (lead < 0x80)
                break;
        }

        try
        {
            var text = Strict.GetString(bytes, 0, whole);
            unwritten.RemoveRange(0, whole);
            return text;
        }
        catch (DecoderFallbackException)
        {
            unwritten.Clear();
            throw NoText();
        }
    }

    /// <summary>What was read further than it was asked for is to be read again.</summary>
    private void ForgetAhead()
    {
        offset -= Encoding.UTF8.GetCharCount(ahead, given, ahead.Length - given);
        (ahead, given) = ([], 0);
    }

    private void Require(bool can, string what)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        if (!can)
            throw new NotSupportedException($"Stream does not support {what}.");
    }
}
