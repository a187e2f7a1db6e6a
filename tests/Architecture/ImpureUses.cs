using Mono.Cecil;

namespace ExerciseKit.Tests.Architecture;

/// <summary>Finds what makes code depend on more than its arguments: files, threads, clocks, chance, the environment.</summary>
internal static class ImpureUses
{
    private static readonly string[] Namespaces =
    [
        "System.IO", "System.Net", "System.Diagnostics", "System.Runtime.InteropServices", "System.Reflection.Emit", "Microsoft.Win32",
    ];

    // Not System.AppContext: a generated regular expression asks it for a default time-out.
    private static readonly string[] Types =
    [
        "System.Console", "System.AppDomain", "System.TimeProvider", "System.GC", "System.Security.Cryptography.RandomNumberGenerator",
        "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.Timer", "System.Threading.PeriodicTimer",
        "System.Threading.Tasks.Parallel", "System.Threading.Tasks.TaskFactory", "System.Timers.Timer", "System.Linq.ParallelEnumerable",
    ];

    private static readonly string[] Members =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.Guid::NewGuid", "System.Guid::CreateVersion7", "System.Random::get_Shared",
        "System.Threading.Tasks.Task::Run", "System.Threading.Tasks.Task::Delay", "System.Threading.Tasks.Task::get_Factory", "System.Threading.Tasks.Task::Start",
        "System.Threading.Tasks.Task::Wait", "System.Threading.Tasks.Task`1::get_Result",
    ];

    // What the compiler and the framework's own value types use: nothing of it reaches out.
    private static readonly string[] Harmless =
    [
        "System.Diagnostics.DebuggerDisplayAttribute", "System.Diagnostics.DebuggerStepThroughAttribute", "System.Diagnostics.DebuggerHiddenAttribute",
        "System.Diagnostics.DebuggerBrowsableAttribute", "System.Diagnostics.DebuggerBrowsableState", "System.Diagnostics.DebuggableAttribute",
        "System.Diagnostics.UnreachableException", "System.Diagnostics.Debug", "System.Diagnostics.CodeAnalysis",
        "System.Runtime.InteropServices.CollectionsMarshal", "System.Runtime.InteropServices.MemoryMarshal",
        "System.Runtime.InteropServices.InAttribute", "System.IO.EndOfStreamException",
        // From bytes to bytes; replay tokens are compressed with them.
        "System.IO.Compression.BrotliEncoder", "System.IO.Compression.BrotliDecoder",
    ];

    public static IEnumerable<string> In(ModuleDefinition module) =>
        module.GetTypeReferences().Where(IsImpure).Select(type => type.FullName)
            .Concat(module.GetMemberReferences().Where(IsImpure).Select(member => $"{member.DeclaringType.FullName}::{member.Name}"))
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static bool IsImpure(TypeReference type) =>
        !Harmless.Any(name => type.FullName == name || type.Namespace == name)
        && (Types.Contains(type.FullName) || Namespaces.Any(space => type.Namespace == space || type.Namespace.StartsWith(space + ".", StringComparison.Ordinal)));

    private static bool IsImpure(MemberReference member)
    {
        var type = member.DeclaringType.GetElementType().FullName;
        // An iterator asks for its thread's id, to know whether it may be used again.
        if (type == "System.Environment")
            return member.Name != "get_CurrentManagedThreadId";
        // Random's constructor without a seed draws one from the machine.
        if (type == "System.Random" && member is MethodReference { Name: ".ctor", HasParameters: false })
            return true;
        return Members.Contains($"{type}::{member.Name}");
    }
}
