using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Model.Generation;

/// <summary>Random small programs: two to four processes, a handful of statements each.</summary>
internal static class Programs
{
    private static readonly string[][] Families =
    [
        ["0", "0.0"],
        ["0", "0.0", "0.1"],
        ["0", "0.0", "0.1"],
        ["0", "0.0", "0.0.0"],
        ["0", "0.0", "0.1", "0.2"],
        ["0", "0.0", "0.0.0", "0.1"],
    ];

    public static Arbitrary<SmallProgram> Arbitrary { get; } = Arb.From(Gen.Frequency((7, Any), (1, PoolPrograms.Any)), Shrinking.Of);

    public static Gen<SmallProgram> Any =>
        from family in Gen.Elements(Families)
        from locks in Gen.Elements<string[]>(["0~0"], ["0~0"], ["0~0", "0~1"])
        from things in Gen.Frequency((3, Gen.Constant<CreateStep[]>([])), (2, Synchronizers.Any), (2, SharedContainers.Any))
        from texts in Gen.CollectToArray(family, name => Text(name, family, locks, things))
        from maxProcesses in Gen.Frequency((6, Gen.Constant(64)), (1, Gen.Choose(1, 3)))
        from hasFile in Gen.Elements(true, false)
        select Put(family.Zip(texts), maxProcesses, hasFile);

    private static SmallProgram Put(IEnumerable<(string, ProcessText)> processes, int maxProcesses, bool hasFile)
    {
        var program = SmallProgram.Of([.. processes]) with { MaxProcesses = maxProcesses };
        return hasFile ? program.WithFile("a", "old") : program;
    }

    private static Gen<ProcessText> Text(string name, string[] family, string[] locks, CreateStep[] things)
    {
        var statements = new Statements(name, family, locks, things);
        var starts = family.Where(p => Descent.IsChildOf(p, name)).Select(p => (Statement)new Start(p));
        var opening = name == "0" ? locks.Select(l => (Statement)new CreateLock(l)).Concat(things).Concat(starts) : starts;
        return
            from phrases in Gen.Choose(1, name == "0" ? 3 : 2).SelectMany(n => Gen.ListOf(statements.Phrase, n))
            from firstStart in Gen.Elements(0, 0, 0, 1)
            from isDaemon in name == "0" ? Gen.Constant<bool?>(null) : Gen.Elements<bool?>(null, null, null, true, false)
            let body = phrases.Aggregate(ImmutableList<Statement>.Empty, (all, phrase) => all.AddRange(phrase))
            select new ProcessText(body.InsertRange(Math.Min(firstStart, body.Count), opening), isDaemon);
    }
}
