using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Exploration.Behaviour;

/// <summary>Tells when a pool's worker that has done a task is as good as new, so that it makes no difference who did what.</summary>
internal static class Tasks
{
    /// <summary>Whether the process is a worker about to finish its first task, and the task has left nothing in the process but in its statics.</summary>
    public static bool LeaveNothing(BehaviourNode node)
    {
        if (node.Asked?.Operation is not CompleteTask)
            return false;
        for (var at = node; ; at = at.Before)
        {
            if (Footprint.IsLeftBy(at.Asked!.Operation))
                return false;
            // Who did something before it asked for its first task, in the pool's initializer, would not do that again.
            if (at.Before is null)
                return at.Asked.Operation is TakeTask;
        }
    }
}
