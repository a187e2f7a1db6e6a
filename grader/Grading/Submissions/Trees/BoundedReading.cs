namespace ExerciseKit.Grading.Submissions.Trees;

/// <summary>Reads streams whose length is not to be trusted.</summary>
internal static class BoundedReading
{
    /// <summary>The whole stream, or word that it goes on beyond the bound.</summary>
    public static FileContent ReadAtMost(this Stream stream, int maxBytes)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (content.Length + read > maxBytes)
                return new TooLongFile();
            content.Write(buffer, 0, read);
        }

        return new WholeFile(content.ToArray());
    }
}
