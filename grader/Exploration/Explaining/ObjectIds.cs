using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Exploration.Explaining;

/// <summary>The ids by which a result speaks of objects: their names, but for that of a file, which may be of any length.</summary>
internal static class ObjectIds
{
    private const int MaxLength = 64;

    /// <summary>The id of the object of that name.</summary>
    public static string Of(string name) =>
        name.Length <= MaxLength ? name : $"{name[..32]}#{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)), 0, 8)}";

    /// <summary>The name of the object, or of the process, that an operation is about; null where it is about none.</summary>
    public static string? NameIn(Operation? operation) => operation switch
    {
        ObjectOperation of => of.Object,
        ProcessOperation of => of.Process,
        MoveFile move => KernelRules.FileNameOf(move.NewPath),
        FileOperation of => KernelRules.FileNameOf(of.Path),
        _ => null,
    };

    /// <summary>The same of what happened.</summary>
    public static string? NameIn(KernelEvent happened) => happened is OperationCompleted completed ? NameIn(completed.Operation) : null;
}
