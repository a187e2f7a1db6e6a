namespace ExerciseKit.Tests.Attacks;

/// <summary>What came of all attacks, as it was observed.</summary>
internal sealed class Tally
{
    private readonly HashSet<string> attacks = [];

    public int Attacks => attacks.Count;

    public int Escaped { get; private set; }

    public int Leaked { get; private set; }

    public int GraderFaults { get; private set; }

    public void Add(Aftermath of)
    {
        attacks.Add(of.Attack);
        Escaped += of.HasEscaped ? 1 : 0;
        Leaked += of.Left.Count > 0 ? 1 : 0;
        GraderFaults += of.GraderFault is null ? 0 : 1;
    }

    public override string ToString() => $"attacks {Attacks}, escaped {Escaped}, leaked {Leaked}, grader faults {GraderFaults}";
}
