using ExerciseKit.Exploration.Search;
using Mono.Cecil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Tells what a program can do at all from the members that its code refers to.</summary>
internal static class ProgramScan
{
    private const string Primitives = "ExerciseKit.Multiprocessing";

    /// <summary>The facts; taken before rewriting, while the references are still the student's.</summary>
    public static ProgramFacts FactsOf(ModuleDefinition module)
    {
        var members = module.GetMemberReferences().ToList();
        return new ProgramFacts(
            // A pool ends its workers only, all alike.
            Terminates: members.Exists(m => IsOfKit(m, "Terminate", "Kill") && m.DeclaringType.Name != "ProcessPool"),
            AsksWhoLives: members.Exists(m => IsOfKit(m, "get_IsAlive", "get_ExitCode", "get_ActiveChildren")),
            JoinsWithPatience: members.Exists(m => IsOfKit(m, "Join") && m is MethodReference { Parameters.Count: > 0 }),
            ReadsClocks: members.Exists(IsClock),
            AsksWhoItIs: members.Exists(AsksWhoItIs),
            ResetsEvents: members.Exists(m => IsOfKit(m, "Reset")));
    }

    private static bool AsksWhoItIs(MemberReference member) =>
        (member.DeclaringType.Namespace == Primitives && member.DeclaringType.Name == "CurrentProcess")
        || member.DeclaringType.FullName is "System.Random" or "System.Guid"
        || (member.DeclaringType.FullName == "System.Environment" && member.Name == "get_ProcessId")
        || IsOfKit(member, "get_Id", "get_Name");

    private static bool IsOfKit(MemberReference member, params string[] names) =>
        member.DeclaringType.Namespace == Primitives && names.Contains(member.Name);

    private static bool IsClock(MemberReference member) =>
        IsOfKit(member, "WaitFor") // With a time-out it reads the clock itself.
        || (member.DeclaringType.FullName is "System.DateTime" or "System.DateTimeOffset" or "System.Environment" or "System.Diagnostics.Stopwatch"
        && member.Name is "get_Now" or "get_UtcNow" or "get_Today" or "get_TickCount" or "get_TickCount64" or ".ctor" or "StartNew" or "GetTimestamp");
}
