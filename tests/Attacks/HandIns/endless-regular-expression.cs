// slow attack: a regular expression that goes back and back; expect: limit
using System.Text.RegularExpressions;

public static class Spawn
{
    public static void Run(string[] names) => Console.WriteLine(Regex.IsMatch(new string('a', 60) + "!", "^(a+)+$"));

    public static void RunClass(string[] names) => Run(names);
}
