namespace ExerciseKit.Exploration.States;

/// <summary>Keeps each value once, under a number.</summary>
internal sealed class Interner<T>
    where T : notnull
{
    private readonly Dictionary<T, int> numbers = [];
    private readonly List<T> values = [];

    public int Count => values.Count;

    /// <summary>The value of a number.</summary>
    public T this[int number] => values[number];

    /// <summary>The number of a value, from 0.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isNew">Whether it had none before.</param>
    public int NumberOf(T value, out bool isNew)
    {
        isNew = !numbers.TryGetValue(value, out var number);
        if (isNew)
        {
            number = numbers[value] = values.Count;
            values.Add(value);
        }

        return number;
    }

    /// <inheritdoc cref="NumberOf(T, out bool)"/>
    public int NumberOf(T value) => NumberOf(value, out _);
}
