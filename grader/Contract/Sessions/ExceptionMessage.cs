namespace ExerciseKit.Contract.Sessions;

/// <summary>What an exception says of itself, when it is the student's own: its <c>Message</c> may be anything, and may throw.</summary>
public static class ExceptionMessage
{
    /// <summary>The most characters that are told of it. A result shows it once a check.</summary>
    public const int MaxLength = 2_000;

    /// <summary>The most characters that are told of a type's name.</summary>
    public const int MaxTypeLength = 200;

    private const int MaxDepth = 20;

    /// <summary>The exception's full type name, cut where it is too long.</summary>
    public static string TypeOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var name = exception.GetType().FullName!;
        return name.Length <= MaxTypeLength ? name : name[..MaxTypeLength] + "…";
    }

    /// <summary>The message, cut where it is too long.</summary>
    /// <exception cref="RunAbortedException">Asking for it ended the run.</exception>
    public static string Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        try
        {
            return Cut(exception.Message ?? "");
        }
#pragma warning disable CA1031 // Whatever it throws, the exception that is told of is the first one.
        catch (Exception e) when (e is not RunAbortedException)
#pragma warning restore CA1031
        {
            return $"(its Message threw a {e.GetType().Name})";
        }
    }

    /// <summary>The message, and where the exception wraps another, as that of a type initializer does, what the innermost one says and where it was thrown.</summary>
    /// <exception cref="RunAbortedException">Asking for it ended the run.</exception>
    public static string WithCause(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var innermost = exception;
        for (var depth = 0; innermost.InnerException is { } inner && depth < MaxDepth; depth++)
            innermost = inner;
        if (innermost == exception)
            return Of(exception);
        var site = StudentFrames.Innermost(innermost);
        return Cut($"{Of(exception)} Caused by {innermost.GetType().Name}: {Of(innermost)}{(site.IsKnown ? $" ({site})" : "")}");
    }

    /// <summary>What it keeps under a key among its data; null where it has nothing there, or its <c>Data</c> throws.</summary>
    /// <exception cref="RunAbortedException">Asking for it ended the run.</exception>
    public static string? DataOf(Exception exception, string key)
    {
        ArgumentNullException.ThrowIfNull(exception);
        try
        {
            return exception.Data[key] as string;
        }
#pragma warning disable CA1031 // As above.
        catch (Exception e) when (e is not RunAbortedException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static string Cut(string message)
    {
        if (message.Length <= MaxLength)
            return message;
        var end = char.IsHighSurrogate(message[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return $"{message.AsSpan(0, end)}… ({message.Length} characters)";
    }
}
