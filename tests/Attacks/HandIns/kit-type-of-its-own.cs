// attack: types that are named like the kit's; expect: policy
namespace ExerciseKit.Multiprocessing
{
    public class ChildProcess
    {
        public static ChildProcess Create<T>(Action<T> target, T argument) => new();

        public void Start()
        {
        }
    }
}

namespace ExerciseKit.Host.Shims
{
    public static class RunState
    {
        public static bool Admits(object thrown) => true;
    }
}

public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var name in names)
            ExerciseKit.Multiprocessing.ChildProcess.Create(Console.WriteLine, name).Start();
    }

    public static void RunClass(string[] names) => Run(names);
}
