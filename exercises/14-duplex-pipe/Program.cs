// A demonstration for `dotnet run`. The grader does not use this file.
var sums = Adder.Run([(1, 2), (20, 22), (-5, 5)]);

Console.WriteLine($"main: {string.Join(", ", sums)}");
