// slow attack: takes the kernel's connection from the kit's own assembly; expect: policy
using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var type in typeof(ChildProcess).Assembly.GetTypes())
        {
            foreach (var field in type.GetFields())
                Console.WriteLine($"escaped: {type} {field.GetValue(null)}");
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
