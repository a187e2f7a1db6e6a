public sealed record Report(int Sum);
