// slow attack: asks the kernel itself, past the primitives; expect: compile-error
using ExerciseKit.Contract.Sessions;

public static class Spawn
{
    public static void Run(string[] names) => AgentSession.Current!.IsAborted = false;

    public static void RunClass(string[] names) => Run(names);
}
