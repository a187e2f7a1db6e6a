using System.Text.Json;
using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Hosting.Running;

/// <summary>What one agent can speak of: what it has made itself, and what it was given. A host that names anything else lies.</summary>
/// <remarks>The names are relative to it, as it says them. The honest host says a name as it was given it.</remarks>
internal sealed partial class KnownNames
{
    private const int MostOfAFile = 1 << 27;

    private readonly HashSet<string> known = [Names.Self];

    /// <param name="arguments">What the agent was given at its start.</param>
    public KnownNames(Payload arguments) => arguments.MapNames(Learn);

    /// <summary>The agent was given a result.</summary>
    public void Take(Outcome outcome) => outcome.MapNames(Learn);

    /// <summary>What is wrong with an operation that the agent asks for, in words; null, and what it makes is known from then on, where nothing is.</summary>
    public string? ObjectionTo(Operation operation)
    {
        string[] made = operation switch
        {
            CreatePipe pipe => [pipe.Object, pipe.Right],
            CreatePool pool => [pool.Object, .. pool.Workers],
            CreateOperation create => [create.Object],
            OpenFile open => [open.Object],
            _ => [],
        };
        if (made.FirstOrDefault(name => !IsOwn(name) || known.Contains(name)) is { } taken)
            return $"it made '{taken}', which is none of its names, or is there already ({operation.GetType().Name}).";
        if (NamesIn(operation).FirstOrDefault(name => !known.Contains(name) && !made.Contains(name) && !IsOwnChild(operation, name)) is { } unknown)
            return $"it spoke of '{unknown}', which it neither made nor was given ({operation.GetType().Name}).";
        if (Fault(operation) is { } fault)
            return $"it asked for {fault} ({operation.GetType().Name}).";
        known.UnionWith(made);
        if (operation is StartProcess start)
            known.Add(start.Process);
        return null;
    }

    /// <summary>What no host says, and the kernel's rules could not bear.</summary>
    private static string? Fault(Operation operation) => operation switch
    {
        { Timeout: { } patience } when patience < TimeSpan.Zero => $"a wait of {patience.TotalSeconds} s",
        Sleep sleep when sleep.Duration < TimeSpan.Zero => $"a sleep of {sleep.Duration.TotalSeconds} s",
        OpenFile open when !Enum.IsDefined(open.Mode) => $"a file opened in the mode {open.Mode}",
        ReadFileAt { Offset: < 0 } or ReadFileAt { Count: < 0 } or WriteFileAt { Offset: < 0 or > MostOfAFile } or SetFileLength { Length: < 0 or > MostOfAFile } => "a place in a file that none has",
        EndProcess end when !Enum.IsDefined(end.Ending) => $"an end of the kind {end.Ending}",
        EndProcess { Ending: not (Ending.Returned or Ending.Exited), Crash: null } => "an end by a crash without the crash",
        EndProcess end when end.Statics.Count > StaticField.MostOfAProcess || end.Statics.Any(f => f.Value.Length > StaticField.LongestValue) => $"an end with {end.Statics.Count} static fields, or with a long one",
        EndProcess { Result: { } result } when !IsJson(result.Json) => "an end with a result that is no JSON",
        SendMessage { ByteCount: { } count } send when !IsBytes(send.Message.Json, count) => $"a message of {count} bytes that is none",
        NotifyWaiters { Count: < 0 } notify => $"a notification of {notify.Count} processes",
        _ => null,
    };

    private static bool IsJson(string text) => Parse(text) is not null;

    private static bool IsBytes(string text, int count) => Parse(text) is { ValueKind: JsonValueKind.String } value && value.TryGetBytesFromBase64(out var bytes) && bytes.Length == count;

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsOwn(string name) => OwnName().IsMatch(name);

    /// <summary>A parent may speak of a child before its start: the kernel says what comes of that.</summary>
    private static bool IsOwnChild(Operation operation, string name) =>
        operation is ProcessOperation of && of.Process == name && IsOwn(name) && name[1] != '~';

    private static List<string> NamesIn(Operation operation)
    {
        var names = new List<string>();
        operation.MapNames(name =>
        {
            names.Add(name);
            return name;
        });
        return names;
    }

    private string Learn(string name)
    {
        known.Add(name);
        return name;
    }

    [GeneratedRegex(@"\A\.~?[0-9]{1,9}\z")]
    private static partial Regex OwnName();
}
