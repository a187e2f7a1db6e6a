// A demonstration for `dotnet run`. The grader does not use this file.
var squares = PoolWork.Run(workers: 2, [2, 3, 4]);

Console.WriteLine($"main: {string.Join(", ", squares)}");
