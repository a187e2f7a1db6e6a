using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace ExerciseKit.Host;

/// <summary>Makes hash codes the same in every process: .NET draws a random seed for them at each start, and has no switch for it.</summary>
/// <remarks>
/// The order of a hash set of strings would else differ between two runs of the same interleaving.
/// The seeds are private static fields of the runtime; they are overwritten before the first student's code runs.
/// </remarks>
internal static class HashSeeds
{
    private const ulong StringSeed = 0x5EED_0F_57_12_34_56_78;
    private const uint CombineSeed = 0x5EED;

    /// <summary>Fixes both seeds, of string hashes and of <see cref="HashCode"/>.</summary>
    /// <exception cref="MissingFieldException">This runtime keeps its seeds elsewhere: the kit must be adapted to it.</exception>
    public static void Fix()
    {
        Overwrite("System.Marvin", "<DefaultSeed>k__BackingField", StringSeed);
        Overwrite("System.HashCode", "s_seed", CombineSeed);
    }

    private static void Overwrite<T>(string typeName, string fieldName, T seed)
    {
        var core = typeof(string).Assembly;
        var type = core.GetType(typeName);
        var field = type?.GetField(fieldName, BindingFlags.Static | BindingFlags.NonPublic);
        if (field is null || field.FieldType != typeof(T))
            throw new MissingFieldException($"The runtime {Environment.Version} has no field {typeName}.{fieldName} of the type {typeof(T).Name}, where .NET 10 keeps the seed of its hash codes. Use the runtime that the kit was built for, or adapt {nameof(HashSeeds)}.");

        // The draw must have happened, or it would come later and win.
        RuntimeHelpers.RunClassConstructor(type!.TypeHandle);
        // Reflection refuses to set a static readonly field; emitted code does not.
        var write = new DynamicMethod("WriteSeed", returnType: null, [typeof(T)], core.ManifestModule, skipVisibility: true);
        var code = write.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Stsfld, field);
        code.Emit(OpCodes.Ret);
        write.CreateDelegate<Action<T>>()(seed);
    }
}
