using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Observers;

/// <summary>A kind of event that a check speaks of.</summary>
public abstract record EventPattern
{
    /// <summary>Whose events count; by default anybody's.</summary>
    public Who Who { get; init; } = Who.Anybody;

    /// <summary>The same pattern for these processes only.</summary>
    public EventPattern By(Who who) => this with { Who = who };

    public bool Matches(KernelEvent happened) => IsBy(happened.Agent) && MatchesEvent(happened);

    /// <summary>The event in words.</summary>
    public abstract LocalizedText Describe(KernelEvent happened);

    protected abstract bool MatchesEvent(KernelEvent happened);

    private bool IsBy(string agent) => Who switch
    {
        Who.Root => agent == Names.Root,
        Who.Child => agent != Names.Root,
        _ => true,
    };
}

/// <summary>Whose events a pattern matches.</summary>
public enum Who
{
    Anybody,

    /// <summary>The process that the grader calls.</summary>
    Root,

    /// <summary>Any process that the program started.</summary>
    Child,
}

/// <summary>A printed line, such as <c>{user} bought a ticket</c>; a word in braces stands for any text.</summary>
public sealed partial record LinePattern : EventPattern
{
    /// <summary>No line that a task asks for comes near it; a longer one is not even looked at, since a search looks at each line in many states.</summary>
    internal const int MaxLength = 1_000;

    internal const string AnyText = ".+?";
    private const string AnyNumber = "-?[0-9]+";

    private readonly ImmutableSortedDictionary<string, string> meanings;
    private readonly string expression;

    private LinePattern(string template, ImmutableSortedDictionary<string, string> meanings)
    {
        Template = template;
        this.meanings = meanings;
        expression = "^" + Placeholder().Replace(Regex.Escape(template).Replace("}", "\\}", StringComparison.Ordinal), Group) + "$";
    }

    /// <summary>The line as the task sheet gives it.</summary>
    public string Template { get; }

    private Regex Expression => field ??= LineExpressions.Of(expression);

    /// <summary>Lines of this form.</summary>
    /// <param name="template">The line; <c>{name}</c> stands for any text, which <see cref="Capture"/> gives.</param>
    public static LinePattern Like(string template) => new(template, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>Only lines in which a placeholder stands for one of these texts, such as the scenario's own names: any other line is the student's.</summary>
    public LinePattern Where(string placeholder, IEnumerable<string> texts) =>
        With(placeholder, string.Join('|', texts.Distinct().Select(Regex.Escape)) is { Length: > 0 } some ? some : throw new ArgumentException($"No text is given that {{{placeholder}}} may stand for.", nameof(texts)));

    /// <summary>Only lines in which a placeholder stands for a whole number.</summary>
    public LinePattern WhereNumber(string placeholder) => With(placeholder, AnyNumber);

    public new LinePattern By(Who who) => this with { Who = who };

    /// <summary>The text that stands for <c>{name}</c> in the event's line.</summary>
    public string Capture(KernelEvent happened, string name) => Expression.Match(((LinePrinted)happened).Line).Groups[name].Value;

    /// <summary>Whether a line is of this form. One of more than 1,000 characters is of none.</summary>
    public bool MatchesLine(string line) => line.Length <= MaxLength && Expression.IsMatch(line);

    /// <summary>A line of this form with other texts in its placeholders; null when there is nothing to put otherwise. Where only some texts may stand, one of them does.</summary>
    /// <param name="line">A line that matches.</param>
    /// <param name="meant">What is meant by the text of a placeholder; null where that stands.</param>
    public string? Respelt(string line, Func<string, string?> meant)
    {
        var respelt = line;
        // From the end, so that the places before it stay what they are.
        foreach (var said in Expression.Match(line).Groups.Values.Skip(1).Where(g => !meanings.ContainsKey(g.Name)).OrderByDescending(g => g.Index))
        {
            if (meant(said.Value) is { } other)
                respelt = respelt[..said.Index] + other + respelt[(said.Index + said.Length)..];
        }

        return respelt == line ? null : respelt;
    }

    public override LocalizedText Describe(KernelEvent happened) => LocalizedText.Same(((LinePrinted)happened).Line);

    protected override bool MatchesEvent(KernelEvent happened) =>
        happened is LinePrinted { Stream: ConsoleStream.Out } printed && MatchesLine(printed.Line);

    public bool Equals(LinePattern? other) => base.Equals(other) && Template == other.Template && expression == other.expression;

    public override int GetHashCode() => HashCode.Combine(Who, Template);

    private LinePattern With(string placeholder, string meaning) => Template.Contains($"{{{placeholder}}}", StringComparison.Ordinal)
        ? new LinePattern(Template, meanings.SetItem(placeholder, meaning)) { Who = Who }
        : throw new ArgumentException($"'{Template}' has no placeholder {{{placeholder}}}.", nameof(placeholder));

    private string Group(Match placeholder) =>
        placeholder.Groups[1].Value is { Length: > 0 } name ? $"(?<{name}>{meanings.GetValueOrDefault(name, AnyText)})" : $"(?:{AnyText})";

    // Regex.Escape has put a backslash before each opening brace by now.
    [GeneratedRegex(@"\\\{(\w*)\\\}")]
    private static partial Regex Placeholder();
}

/// <summary>The end of a process, of whatever kind.</summary>
public sealed record EndPattern : EventPattern
{
    public override LocalizedText Describe(KernelEvent happened) => ($"end of {happened.Agent}", $"进程 {happened.Agent} 结束");

    protected override bool MatchesEvent(KernelEvent happened) => happened is ProcessEnded or ProcessDied;
}

/// <summary>The end of a process's own code; its children may still run.</summary>
public sealed record LeavingPattern : EventPattern
{
    public override LocalizedText Describe(KernelEvent happened) => ($"return of {happened.Agent}", $"进程 {happened.Agent} 返回");

    protected override bool MatchesEvent(KernelEvent happened) => happened is ProcessLeaving;
}

/// <summary>The start of a child.</summary>
public sealed record StartPattern : EventPattern
{
    public override LocalizedText Describe(KernelEvent happened) => ($"start of {((ProcessStarted)happened).Child}", $"进程 {((ProcessStarted)happened).Child} 启动");

    protected override bool MatchesEvent(KernelEvent happened) => happened is ProcessStarted;
}

/// <summary>A completed operation of some kind.</summary>
/// <typeparam name="T">The operation.</typeparam>
public sealed record OperationPattern<T> : EventPattern
    where T : Operation
{
    /// <summary>Which of them: the object that the task is about, say. By default all.</summary>
    public Func<T, bool> Where { get; init; } = _ => true;

    public override LocalizedText Describe(KernelEvent happened) => ((OperationCompleted)happened).Operation.Describe();

    protected override bool MatchesEvent(KernelEvent happened) => happened is OperationCompleted { Operation: T operation } && Where(operation);
}
