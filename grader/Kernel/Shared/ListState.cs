using ExerciseKit.Contract;

namespace ExerciseKit.Kernel.Shared;

/// <summary>A list that processes share. Python: <c>multiprocessing.Manager().list()</c>.</summary>
internal sealed record ListState(EquatableArray<Payload> Items) : ObjectState
{
    public override int Size => 1 + Items.Count;

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
