// slow attack: loads code that nobody has looked at; expect: policy
using System.Reflection;

public static class Spawn
{
    public static void Run(string[] names) => Assembly.Load(Convert.FromBase64String("TVqQ")).EntryPoint!.Invoke(null, null);

    public static void RunClass(string[] names) => Run(names);
}
