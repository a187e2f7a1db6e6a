namespace ExerciseKit.Kernel.Files;

/// <summary>A file's text. One that was made by appending holds what was appended alone, and shares the rest with the text before.</summary>
/// <remarks>
/// Whoever writes a file line by line makes a text for each line, and each is in a state, in the answers that are kept and in the traces: as
/// strings they would take the square of what is in the file. Texts of the same characters are equal, however each was made.
/// </remarks>
public sealed class FileText : IEquatable<FileText>
{
    // Below this a copy is smaller than what a piece of its own takes.
    private const int MinPieceLength = 32;
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;
    private readonly FileText? before;
    private readonly string piece;
    private readonly ulong hash;

    private FileText(FileText? before, string piece)
    {
        this.before = before;
        this.piece = piece;
        Length = (before?.Length ?? 0) + piece.Length;
        hash = before?.hash ?? 0;
        foreach (var character in piece)
            hash = (hash * Factor) + character + 1;
    }

    /// <summary>How many characters there are.</summary>
    public int Length { get; }

    /// <summary>How many of its characters no other text has.</summary>
    public int OwnLength => piece.Length;

    /// <summary>A text as it is.</summary>
    public static implicit operator FileText(string text) => new(null, text);

    /// <summary>This text, and another behind it.</summary>
    public FileText Append(string more) =>
        more.Length == 0 ? this
        : Length == 0 ? more
        : piece.Length + more.Length < MinPieceLength ? new FileText(before, piece + more)
        : new FileText(this, more);

    /// <inheritdoc />
    public bool Equals(FileText? other)
    {
        if (other is null || Length != other.Length || hash != other.hash)
            return false;
        // Two that grew alike share pieces from some place on, and are equal there.
        var (one, two) = (new FromTheEnd(this), new FromTheEnd(other));
        while (!one.IsAtTheSamePlaceAs(two))
        {
            if (!one.TakeAlike(two))
                return false;
        }

        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as FileText);

    /// <inheritdoc />
    public override int GetHashCode() => hash.GetHashCode();

    /// <summary>All of it.</summary>
    public override string ToString() => before is null ? piece : string.Create(Length, this, static (characters, text) =>
    {
        for (var rest = text; rest is not null; rest = rest.before)
            rest.piece.CopyTo(characters[(rest.Length - rest.piece.Length)..]);
    });

    // A place in a text, which goes from its end to its beginning.
    private sealed class FromTheEnd(FileText text)
    {
        private FileText? rest = text;
        private int left = text.piece.Length;

        public bool IsAtTheSamePlaceAs(FromTheEnd other) => rest == (object?)other.rest && left == other.left;

        // As much as both have in their pieces there; false where it differs.
        public bool TakeAlike(FromTheEnd other)
        {
            var count = Math.Min(left, other.left);
            return Take(count).SequenceEqual(other.Take(count));
        }

        private ReadOnlySpan<char> Take(int count)
        {
            left -= count;
            var taken = rest!.piece.AsSpan(left, count);
            if (left == 0)
            {
                rest = rest.before;
                left = rest?.piece.Length ?? 0;
            }

            return taken;
        }
    }
}
