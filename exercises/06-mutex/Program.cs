// A demonstration for `dotnet run`. The grader does not use this file.
Mutex.Run(["ada", "bob", "eve"], lines: 2);

Console.WriteLine("main: all printed");
