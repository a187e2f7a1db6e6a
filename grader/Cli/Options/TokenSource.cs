using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Cli.Options;

/// <summary>Where a replay token comes from: the command line, a file, or standard input.</summary>
internal static class TokenSource
{
    private const string StandardInput = "-";
    private const char FileMark = '@';

    /// <summary>The longest run that the grader makes has a token far below this.</summary>
    private const int MaxChars = 1_000_000;

    /// <summary>The token that an argument means.</summary>
    /// <exception cref="BadInputException">There is none.</exception>
    public static async Task<string> ReadAsync(string argument, Func<TextReader> input, CancellationToken cancellation)
    {
        if (argument == StandardInput)
            return await ReadAsync(input(), "standard input", cancellation);
        if (!argument.StartsWith(FileMark))
            return argument;
        var file = argument[1..];
        try
        {
            using var reader = new StreamReader(file);
            return await ReadAsync(reader, file, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException(($"The replay token can't be read from \"{file}\": {e.Message}", $"无法从“{file}”读取重放令牌：“{e.Message}”"));
        }
    }

    private static async Task<string> ReadAsync(TextReader reader, string name, CancellationToken cancellation)
    {
        var buffer = new char[MaxChars + 1];
        var length = await reader.ReadBlockAsync(buffer, cancellation);
        return length <= MaxChars
            ? new string(buffer, 0, length)
            : throw new BadInputException(($"What stands in {name} is longer than {MaxChars} characters, so it is no replay token.", $"{name} 里的内容超过 {MaxChars} 个字符，不会是重放令牌。"));
    }
}
