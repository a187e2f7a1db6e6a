// slow attack: #line hidden gives no places at all; expect: compile-error
public static class Spawn
{
#line hidden
    public static void Run(string[] names) => new Thread(() => { }).Start();

    public static void RunClass(string[] names) => Run(names);
}
