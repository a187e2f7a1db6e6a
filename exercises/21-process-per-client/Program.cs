// A demonstration for `dotnet run`. The grader does not use this file.
Echo.Run([["hello", "good bye"], ["one", "two", "three"], []]);

Console.WriteLine("main: all served");
