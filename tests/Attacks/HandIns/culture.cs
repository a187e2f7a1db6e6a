// slow attack: changes the culture that the host's own code formats in; expect: policy
using System.Globalization;

public static class Spawn
{
    public static void Run(string[] names) => CultureInfo.CurrentCulture = new CultureInfo("ar-SA");

    public static void RunClass(string[] names) => Run(names);
}
