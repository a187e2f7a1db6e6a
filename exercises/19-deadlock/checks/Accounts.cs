using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Checks.Bank;

/// <summary>Where the balances are kept, by path or name: in whatever the parent has put one of them into before it started a child.</summary>
/// <remarks>A journal, a count of transfers or a report has no balance in it at first, and is the student's own affair.</remarks>
/// <param name="Kept">The files and objects, in order.</param>
/// <param name="IsOpen">Whether a child has been started: what is written from then on makes no account.</param>
internal sealed partial record Accounts(EquatableArray<string> Kept, bool IsOpen)
{
    public static Accounts None { get; } = new([], IsOpen: false);

    /// <summary>The same once a child is started.</summary>
    public Accounts Opened => this with { IsOpen = true };

    /// <summary>After an operation of the parent's.</summary>
    public Accounts After(Operation operation, Transfers transfers)
    {
        if (IsOpen)
            return this;
        var (place, texts) = operation switch
        {
            MoveFile move when Kept.Contains(move.Path) => (move.NewPath, null),
            FillFile fill => (fill.Path, [fill.Content]),
            AppendFile append => (append.Path, [append.Content]),
            WriteFileAt write => (write.Path, [write.Content]),
            CreateValue value => (value.Object, [value.Value.Json]),
            WriteValue value => (value.Object, [value.Value.Json]),
            CreateList list => (list.Object, list.Items.Select(i => i.Json)),
            AddItem item => (item.Object, [item.Value.Json]),
            WriteItem item => (item.Object, [item.Value.Json]),
            CreateDictionary dictionary => (dictionary.Object, dictionary.Entries.Select(e => e.Value.Json)),
            WriteEntry entry => (entry.Object, [entry.Value.Json]),
            PutItem put => (put.Object, [put.Item.Json]),
            _ => ("", (IEnumerable<string>?)[]),
        };
        return texts is null || texts.Any(text => Numbers().Matches(text).Any(m => transfers.Balances.Any(b => m.Value == $"{b}")))
            ? this with { Kept = [.. Kept.Append(place).Distinct().Order(StringComparer.Ordinal)] }
            : this;
    }

    /// <summary>Whether an operation reads or writes one of them.</summary>
    public bool AreTouchedBy(Operation operation) => operation switch
    {
        MoveFile move => Kept.Contains(move.Path) || Kept.Contains(move.NewPath),
        FileOperation file => Kept.Contains(file.Path),
        ObjectOperation some => Kept.Contains(some.Object),
        _ => false,
    };

    [GeneratedRegex("-?[0-9]+")]
    private static partial Regex Numbers();
}
