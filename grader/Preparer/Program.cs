using ExerciseKit.Preparation;

#pragma warning disable RS0030 // No terminal: both are pipes to the grader.
await using var orders = Console.OpenStandardInput();
await using var replies = Console.OpenStandardOutput();
#pragma warning restore RS0030
await PreparerService.ServeAsync(orders, replies);
