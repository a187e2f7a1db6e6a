using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Programs;

namespace ExerciseKit.Host;

/// <summary>Reads the static fields of a student's classes that hold plain values.</summary>
/// <remarks>
/// To read one may run the class's initializer, where nothing has run it yet. Of a class whose initializer does more than
/// store constants nothing is told: no code of the student's may run once the process is at its end.
/// </remarks>
internal static class PlainStatics
{
    private static readonly ConditionalWeakTable<LoadedProgram, FieldInfo[]> Known = [];

    private static readonly Type[] Plain = [typeof(int), typeof(long), typeof(double), typeof(bool), typeof(string)];

    /// <summary>Those of a program, in the order of their names.</summary>
    public static EquatableArray<StaticField> Of(LoadedProgram program) => Known.GetValue(program, Find)
        .Select(field => new StaticField(field.DeclaringType!.Name, field.Name, Convert.ToString(field.GetValue(null), CultureInfo.InvariantCulture) ?? ""))
        .Where(field => field.Value.Length <= StaticField.LongestValue)
        .ToEquatableArray();

    private static FieldInfo[] Find(LoadedProgram program) =>
    [
        .. program.Assembly.GetTypes()
            .Where(type => !type.IsNested && !type.ContainsGenericParameters && StoresConstantsOnly(type.TypeInitializer))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && Plain.Contains(field.FieldType))
            .OrderBy(field => field.DeclaringType!.Name, StringComparer.Ordinal)
            .ThenBy(field => field.Name, StringComparer.Ordinal)
            .Take(StaticField.MostOfAProcess),
    ];

    private static bool StoresConstantsOnly(ConstructorInfo? initializer)
    {
        if (initializer?.GetMethodBody()?.GetILAsByteArray() is not { } code)
            return initializer is null;
        for (var at = 0; at < code.Length;)
        {
            if (OperandOf(code[at]) is not { } operand)
                return false;
            at += 1 + operand;
        }

        return true;
    }

    /// <summary>The bytes of an instruction's operand (ECMA-335, III); null for one that does more than load or store a constant.</summary>
    private static int? OperandOf(byte instruction) => instruction switch
    {
        0x00 or 0x2A => 0, // nop, ret
        >= 0x14 and <= 0x1E => 0, // ldnull, ldc.i4.m1 to ldc.i4.8
        0x1F => 1, // ldc.i4.s
        0x20 or 0x22 or 0x72 or 0x80 => 4, // ldc.i4, ldc.r4, ldstr, stsfld
        0x21 or 0x23 => 8, // ldc.i8, ldc.r8
        0x6A or 0x6C or 0x6E => 0, // conv.i8, conv.r8, conv.u8
        _ => null,
    };
}
