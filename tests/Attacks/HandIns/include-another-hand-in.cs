// slow attack: has the compiler load another student's file; expect: compile-error
#load "{{other}}"
#r "{{repository}}/solutions/01-spawn/bin/01-spawn.dll"

public static class Spawn
{
    public static void Run(string[] names)
    {
    }

    public static void RunClass(string[] names) => Run(names);
}
