using System.Runtime.CompilerServices;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Host.Agents;

namespace ExerciseKit.Tests.Host;

public sealed class ProgramShelfTests
{
    [Test]
    public void A_dropped_program_leaves_nothing_behind_that_keeps_its_load_context()
    {
        using var program = new StudentAssembly("""
            public sealed record Loaf(string Kind, int[] Slices, Dictionary<int, Loaf> Inner);
            public static class P { public static Loaf Run(Loaf loaf, List<Loaf> more, Loaf[]? none = null) => loaf; }
            """);
        var shelf = new ProgramShelf();
        var dropped = Enumerable.Range(0, 5).Select(_ => LoadRunAndDrop(shelf, program.Location)).ToList();
        for (var i = 0; i < 20 && dropped.Any(d => d.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(dropped.Count(d => d.IsAlive), Is.Zero);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadRunAndDrop(ProgramShelf shelf, string path)
    {
        var program = shelf.Take(path, freshStatics: true);
        const string Loaf = """{"Kind":"rye","Slices":[1,2],"Inner":[]}""";
        var target = program.Bind(new Target("P", "Run", "*"), new Payload($"[{Loaf},[{Loaf}]]", []));
        Assert.That(target.PackResult(target.Call())!.Json, Is.EqualTo(Loaf.Replace("[]", "{}", StringComparison.Ordinal)));
        shelf.Drop();
        return new WeakReference(program.Assembly);
    }
}
