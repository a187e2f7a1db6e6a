// attack: #line gives places in another file; expect: compile-error
#line 1 "/etc/passwd"
public static class Spawn
{
    public static void Run(string[] names)
    {
    }

    public static void RunClass(string[] names) => Run(names);
}
