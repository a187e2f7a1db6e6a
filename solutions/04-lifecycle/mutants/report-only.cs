// expect: wrong verdict=violation check=exit-codes line=6,10,11,12
using ExerciseKit.Multiprocessing;

public static class Lifecycle
{
    public static LifecycleReport Run() => new(
        AliveAfterStart: true,
        ExitCodeWhileAlive: null,
        AliveAfterJoin: false,
        Returned: 0,
        Threw: 1,
        Exited: 3,
        Terminated: -15,
        NameInParent: "Process-1",
        NameInChild: "Process-1",
        IdInParent: CurrentProcess.Id + 1,
        IdInChild: CurrentProcess.Id + 1,
        ParentIdInChild: CurrentProcess.Id);
}
