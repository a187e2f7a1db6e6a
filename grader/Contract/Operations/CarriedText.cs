namespace ExerciseKit.Contract.Operations;

/// <summary>How much text of the student's an operation or its outcome carries.</summary>
/// <remarks>
/// A host tells a whole run in one message, so the text of a run is bounded: in characters, each of which may take six bytes
/// there. A number of characters is the same on every machine.
/// </remarks>
public static class CarriedText
{
    /// <summary>The most that one process may say and be told in one run.</summary>
    public const long MaxChars = 3 << 19;

    /// <summary>How many characters of the student's an operation carries.</summary>
    public static long LengthOf(Operation operation) => operation switch
    {
        WriteConsole write => write.Text.Length,
        FillFile fill => fill.Path.Length + fill.Content.Length,
        WriteFileAt write => write.Path.Length + write.Content.Length,
        AppendFile append => append.Path.Length + append.Content.Length,
        WriteEntry write => write.Value.Json.Length + write.Key.Length,
        EntryOperation entry => entry.Key.Length,
        CreateDictionary create => create.Entries.Sum(e => (long)e.Key.Length + e.Value.Json.Length),
        InsertItem insert => insert.Value.Json.Length,
        CreateList create => create.Items.Sum(i => (long)i.Json.Length),
        WriteItem write => write.Value.Json.Length,
        AddItem add => add.Value.Json.Length,
        SendMessage send => send.Message.Json.Length,
        SubmitTask submit => submit.Arguments.Json.Length,
        CompleteTask complete => LengthOf(complete.Result),
        StartProcess start => start.Arguments.Json.Length + (start.Name?.Length ?? 0),
        PutItem put => put.Item.Json.Length,
        CreateValue create => create.Value.Json.Length,
        WriteValue write => write.Value.Json.Length,
        EndProcess end => end.Result?.Json.Length ?? 0,
        MoveFile move => move.Path.Length + move.NewPath.Length,
        FileOperation file => file.Path.Length,
        _ => 0,
    };

    /// <summary>How many characters of the student's an outcome carries.</summary>
    public static long LengthOf(Outcome outcome) => outcome switch
    {
        Text text => text.Value.Length,
        Item item => item.Value.Json.Length,
        ItemList list => list.Values.Sum(v => (long)v.Json.Length),
        EntryList list => list.Values.Sum(e => (long)e.Key.Length + e.Value.Json.Length),
        GivenTask given => given.Arguments.Json.Length,
        FinishedTask finished => LengthOf(finished.Result),
        _ => 0,
    };

    private static long LengthOf(TaskResult result) =>
        (result.Value?.Json.Length ?? 0) + (result.Failure is { } failure ? failure.Type.Length + failure.Message.Length + failure.Trace.Length : 0);
}
