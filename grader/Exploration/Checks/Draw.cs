using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Kernel;

namespace ExerciseKit.Exploration.Checks;

/// <summary>What a seed gives to those who state what may vary: the same seed, the same values, on any machine and whatever else was drawn.</summary>
/// <param name="seed">Any number.</param>
/// <param name="maxProcesses">How many processes may live at once in the exercise, the first one counted: a member that needs more would be blamed on the student.</param>
public sealed class Draw(int seed, int maxProcesses = KernelSettings.DefaultMaxProcesses)
{
    /// <summary>Members that are drawn of a family besides its corners.</summary>
    private const int DrawnMembers = 2;

    /// <summary>The seed.</summary>
    public int Seed => seed;

    /// <summary>The members of a family under this seed: its corners, and some that are drawn. Each once.</summary>
    /// <exception cref="InvalidOperationException">One can't be drawn: its author is at fault.</exception>
    public IReadOnlyList<T> Of<T>(Family<T> family)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(family);
        return One(family.Name, chance => family.Corners.Concat(Enumerable.Range(0, DrawnMembers).Select(_ => family.Drawn(chance)).ToList()).Distinct().ToList());
    }

    /// <summary>One value, drawn by name.</summary>
    /// <param name="name">What it is for: another name, another value.</param>
    /// <param name="value">Draws it.</param>
    /// <exception cref="InvalidOperationException">It can't be drawn: its author is at fault.</exception>
    public T One<T>(string name, Func<Chance, T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        try
        {
            return value(ChanceOf(name));
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or ArithmeticException or InvalidOperationException)
        {
            throw new InvalidOperationException($"\"{name}\" could not be drawn: {e.Message}", e);
        }
    }

    private Chance ChanceOf(string name) =>
        new(BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {name}"))), maxProcesses);
}
