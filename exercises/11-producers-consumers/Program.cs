// A demonstration for `dotnet run`. The grader does not use this file.
Kitchen.Run(["ann", "bob"], ["gil", "hal", "ida"], 2);

Console.WriteLine("main: closed");
