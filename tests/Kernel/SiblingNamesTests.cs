using System.Collections.Immutable;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;
using ExerciseKit.Tests.Model.Generation;

namespace ExerciseKit.Tests.Kernel;

public sealed class SiblingNamesTests
{
    [TestCase(nameof(Tier.Strict), 500)]
    [TestCase(nameof(Tier.Loose), 500)]
    public void Nobody_is_told_anything_else_where_siblings_have_each_others_names(string tierName, int count)
    {
        var tier = Enum.Parse<Tier>(tierName);
        var replies = 0;
        Seeded.Holds(Walk.Arbitrary, count, walk =>
        {
            var renamed = KernelRun.AtBeginning(Swapped(walk.Program), tier);
            foreach (var (run, next) in walk.Moments(tier))
            {
                if (next is not { } turn)
                    break;
                run.After(turn, out var told);
                renamed = renamed.After(turn with { Process = Swapped(turn.Process) }, out var toldRenamed);
                var (plain, other) = (told.Replies.Select(Anonymous).ToArray(), toldRenamed.Replies.Select(Anonymous).ToArray());
                replies += plain.Length;
                if (!plain.Select(r => r with { Agent = Swapped(r.Agent) }).SequenceEqual(other))
                    return $"After '{turn}': [{string.Join(", ", plain.AsEnumerable())}], renamed [{string.Join(", ", other.AsEnumerable())}]";
            }

            return null;
        });
        TestContext.Out.WriteLine($"{tierName} time: {count} walks, {replies} replies compared");
        Assert.That(replies, Is.GreaterThan(5 * count));
    }

    /// <summary>The same program with the root's first two children in each other's place.</summary>
    private static SmallProgram Swapped(SmallProgram program)
    {
        var processes = program.Processes.ContainsKey("0.1") ? program.Processes : program.Processes.Add("0.1", ProcessText.Of());
        return program with
        {
            Processes = processes.ToImmutableSortedDictionary(p => Swapped(p.Key), p => p.Value with { Body = p.Value.Body.ConvertAll(Swapped) }, StringComparer.Ordinal),
        };
    }

    private static Statement Swapped(Statement statement) => statement switch
    {
        ChildStep step => step with { Process = Swapped(step.Process) },
        Composite composite => composite.Map(Swapped),
        _ => statement,
    };

    private static string Swapped(string name) =>
        name == "0.0" || name.StartsWith("0.0.", StringComparison.Ordinal) ? "0.1" + name[3..]
        : name == "0.1" || name.StartsWith("0.1.", StringComparison.Ordinal) ? "0.0" + name[3..]
        : name;

    /// <summary>Who asks for names gets names: those are told apart from the rest, by how many they are.</summary>
    private static Reply Anonymous(Reply reply) => reply.Outcome switch
    {
        ProcessIdentity => reply with { Outcome = Done.Instance },
        NameList list => reply with { Outcome = new Number(list.Values.Count) },
        _ => reply,
    };
}
