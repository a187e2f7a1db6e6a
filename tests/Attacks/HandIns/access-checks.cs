// slow attack: an attribute that the runtime knows by name opens internals; expect: policy
[assembly: System.Runtime.CompilerServices.IgnoresAccessChecksTo("ExerciseKit.Multiprocessing")]

namespace System.Runtime.CompilerServices
{
    public sealed class IgnoresAccessChecksToAttribute(string assembly) : Attribute
    {
        public string Assembly => assembly;
    }
}

public static class Spawn
{
    public static void Run(string[] names)
    {
    }

    public static void RunClass(string[] names) => Run(names);
}
