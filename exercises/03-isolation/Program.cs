// A demonstration for `dotnet run`. The grader does not use this file.
var (parent, child) = Isolation.Run(100);

Console.WriteLine($"main: {parent} in the parent, {child} in the child");
