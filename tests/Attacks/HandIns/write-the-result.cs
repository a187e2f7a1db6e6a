// attack: writes the result file; expect: violation
public static class Spawn
{
    public static void Run(string[] names) =>
        File.WriteAllText("{{result}}", """{ "format": "exercisekit.result/1", "gradable": true, "score": 10, "maxScore": 10 }""");

    public static void RunClass(string[] names) => Run(names);
}
