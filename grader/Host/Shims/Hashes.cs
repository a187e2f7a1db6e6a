using System.Collections;
using System.Collections.Frozen;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace ExerciseKit.Host.Shims;

/// <summary>What a hash of the student's is made from: the same in every process, since it may decide what a process does.</summary>
/// <remarks>
/// .NET gives an object that has no hash of its own a number that depends on how many it has given before, and mixes the address of its
/// type into that of a plain struct. Here all such objects of one type have one hash: equal ones have equal hashes, which is all that is promised.
/// </remarks>
public static class Hashes
{
    private static readonly FrozenSet<Type> ByValue = FrozenSet.Create<Type>(
        typeof(string), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(DateOnly), typeof(TimeOnly),
        typeof(Half), typeof(Int128), typeof(UInt128), typeof(BigInteger), typeof(Complex), typeof(Version), typeof(Uri), typeof(Rune), typeof(Index), typeof(Range));

    private static readonly ConditionalWeakTable<Type, Func<object, int>> Ways = [];

    /// <summary>In place of <c>value.GetHashCode()</c>.</summary>
    public static int Of(object value) => Ways.GetValue(value.GetType(), WayOf)(value);

    /// <summary>The same, where the type is known at last when the code runs: that of a nullable value without one is 0.</summary>
    public static int OfOne<T>(T value) => value is null && Nullable.GetUnderlyingType(typeof(T)) is not null ? 0 : Of(value!);

    /// <summary>In place of <c>base.GetHashCode()</c>, where the base is the framework's.</summary>
    public static int OfBase(object value) => value is ValueType ? OfFields(value) : OfType(value);

    /// <summary>The hash of what may be null.</summary>
    public static int OfAny<T>(T value) => value is null ? 0 : Of(value);

    /// <summary>In place of <c>comparer.GetHashCode(value)</c>. The framework's own comparers go by the hashes of what they compare.</summary>
    public static int By<T>(IEqualityComparer<T> comparer, T value) => IsFrameworks(comparer) ? OfAny(value) : comparer.GetHashCode(value!);

    /// <inheritdoc cref="By{T}(IEqualityComparer{T}, T)"/>
    public static int ByAny(IEqualityComparer comparer, object value) => IsFrameworks(comparer) ? OfAny(value) : comparer.GetHashCode(value);

    /// <summary>The same, where the comparer is of a type parameter's type.</summary>
    public static int ByOne<TComparer, T>(ref TComparer comparer, T value)
        where TComparer : IEqualityComparer<T> => By(comparer, value);

    /// <summary>What <c>HashCode.Add(value, comparer)</c> adds.</summary>
    public static int With<T>(T value, IEqualityComparer<T>? comparer) => comparer is null || value is null ? OfAny(value) : By(comparer, value);

    /// <summary>In place of <c>HashCode.Combine</c>.</summary>
    public static int Combine<T1>(T1 value1) => HashCode.Combine(OfAny(value1));

    /// <inheritdoc cref="Combine{T1}"/>
    public static int Combine<T1, T2>(T1 value1, T2 value2) => HashCode.Combine(OfAny(value1), OfAny(value2));

    /// <inheritdoc cref="Combine{T1}"/>
    public static int Combine<T1, T2, T3>(T1 value1, T2 value2, T3 value3) => HashCode.Combine(OfAny(value1), OfAny(value2), OfAny(value3));

    /// <inheritdoc cref="Combine{T1}"/>
    public static int Combine<T1, T2, T3, T4>(T1 value1, T2 value2, T3 value3, T4 value4) =>
        HashCode.Combine(OfAny(value1), OfAny(value2), OfAny(value3), OfAny(value4));

    /// <inheritdoc cref="Combine{T1}"/>
    public static int Combine<T1, T2, T3, T4, T5>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5) =>
        HashCode.Combine(OfAny(value1), OfAny(value2), OfAny(value3), OfAny(value4), OfAny(value5));

    /// <inheritdoc cref="Combine{T1}"/>
    public static int Combine<T1, T2, T3, T4, T5, T6>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6) =>
        HashCode.Combine(OfAny(value1), OfAny(value2), OfAny(value3), OfAny(value4), OfAny(value5), OfAny(value6));

    /// <inheritdoc cref="Combine{T1}"/>
    public static int Combine<T1, T2, T3, T4, T5, T6, T7>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7) =>
        HashCode.Combine(OfAny(value1), OfAny(value2), OfAny(value3), OfAny(value4), OfAny(value5), OfAny(value6), OfAny(value7));

    /// <inheritdoc cref="Combine{T1}"/>
    public static int Combine<T1, T2, T3, T4, T5, T6, T7, T8>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7, T8 value8) =>
        HashCode.Combine(OfAny(value1), OfAny(value2), OfAny(value3), OfAny(value4), OfAny(value5), OfAny(value6), OfAny(value7), OfAny(value8));

    private static Func<object, int> WayOf(Type type)
    {
        var made = type.GetMethod(nameof(GetHashCode), BindingFlags.Instance | BindingFlags.Public, Type.EmptyTypes)!.DeclaringType!;
        if (made == typeof(ValueType))
            return OfFields;
        if (type.IsPrimitive || type.IsEnum || ByValue.Contains(type) || !IsFrameworks(made))
            return value => value.GetHashCode();
        return typeof(ITuple).IsAssignableFrom(type) ? OfItems : OfType;
    }

    private static int OfType(object value) => string.GetHashCode(value.GetType().FullName, StringComparison.Ordinal);

    private static int OfItems(object value)
    {
        var tuple = (ITuple)value;
        var hash = default(HashCode);
        for (var i = 0; i < tuple.Length; i++)
            hash.Add(OfAny(tuple[i]));
        return hash.ToHashCode();
    }

    private static int OfFields(object value)
    {
        var hash = default(HashCode);
        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            hash.Add(OfAny(field.GetValue(value)));
        return hash.ToHashCode();
    }

    private static bool IsFrameworks(object comparer) => comparer is not StringComparer && IsFrameworks(comparer.GetType());

    private static bool IsFrameworks(Type type) => type.Assembly.GetName().Name!.StartsWith("System.", StringComparison.Ordinal);
}
