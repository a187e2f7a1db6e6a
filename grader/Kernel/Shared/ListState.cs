using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Shared;

/// <summary>A list that processes share. Python: <c>multiprocessing.Manager().list()</c>.</summary>
internal sealed record ListState(EquatableArray<Payload> Items) : ObjectState
{
    public override ObjectKind? Kind => ObjectKind.List;

    public override int Size => 1 + Items.Count;

    public override ObjectView View(string name, ViewBounds bounds)
    {
        var (items, more) = bounds.Of([.. Items.Select(i => i.Json)]);
        return new(name) { Items = items, More = more };
    }

    public bool Has(int index) => (uint)index < (uint)Items.Count;

    public ListState With(int index, Payload value)
    {
        Payload[] items = [.. Items];
        items[index] = value;
        return new(new EquatableArray<Payload>(items));
    }

    public ListState WithInserted(int index, Payload value) => new([.. Items.Take(index), value, .. Items.Skip(index)]);

    public ListState Without(int index) => new(Items.Where((_, i) => i != index).ToEquatableArray());

    public ListState Plus(Payload value) => new([.. Items, value]);
}
