using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Results;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;
using ExerciseKit.Preparation.Evaluation;
using ExerciseKit.Tests.Preparation.Compilation;

namespace ExerciseKit.Tests.Hosting.Hosts;

/// <summary>The right answer to the first exercise, which besides speaks over its host's own connection, as code could that had got past the allow-list.</summary>
/// <remarks>Three of the exercise's checks run the lying part; the fourth runs another entry, which is honest.</remarks>
internal static class LyingHandIn
{
    public const string HonestCheck = "class-style";

    private const string Exercise = "01-spawn";

    /// <summary>What lets the lies past the allow-list.</summary>
    private static readonly string[] Allowed =
        ["System.Net.Sockets.*", "System.Reflection.*", "System.Type", "System.Object::GetType", "System.BitConverter"];

    /// <summary>What can be said at the wrong time, by the names that lies call it.</summary>
    private static readonly Dictionary<string, Message> Sayings = new()
    {
        ["$Answer"] = new Answer(1, null),
        ["$Hello"] = new Hello(5, 1),
        ["$HostFault"] = new HostFault(1, ""),
        ["$Begun"] = new Begun(1),
        ["$Stale"] = new Learned(-7, [], [], [], 0),
        ["$Early"] = new Learned(0, [], [], [], 0),
        ["$Ask"] = new Ask(0, new Identify(), CallSite.Unknown),
    };

    /// <summary>Grades it.</summary>
    /// <param name="lie">The statements of the child, between its two lines; <c>$Name</c> stands for the bytes of a saying.</param>
    public static async Task<IReadOnlyList<CheckResult>> GradeAsync(string lie, CancellationToken cancellation)
    {
        using var folder = new ExerciseKit.Tests.TemporaryFolder();
        foreach (var (name, message) in Sayings)
            lie = lie.Replace(name, string.Join(", ", new FrameWriter().Begin(0).Message(message).Memory.ToArray()), StringComparison.Ordinal);
        folder.Write("Spawn.cs", Answer(lie));
        var handIn = SubmissionReader.Read(Path.Combine(folder.Path, "Spawn.cs"), ExerciseCatalog.Load(Repository.Root), [Exercise]).Exercises.Single();
        var lenient = handIn with { Exercise = handIn.Exercise with { Allow = Allowed.ToEquatableArray() } };
        await using var pool = new HostPool(SandboxDemand.WhatThereIs);
        var preparation = Compilers.Preparation(new ProjectEvaluator(AppContext.BaseDirectory, EvaluationCache.ForUser()));
        var results = new Dictionary<string, CheckResult>();
        await new ExerciseGrading(preparation, pool, seed: 1, requireProof: false, new SearchBudget()).GradeAsync(lenient, new StepTimes(), _ => { }, _ => { }, result => results[result.Id] = result, cancellation);
        return [.. results.Values];
    }

    private static string Answer(string lie) => $$"""
        using System.Net.Sockets;
        using System.Reflection;
        using ExerciseKit.Multiprocessing;

        public static class Spawn
        {
            public static void Run(string[] names)
            {
                foreach (var name in names)
                    ChildProcess.Create(Work, name).Start();
                Console.WriteLine("main");
            }

            public static void RunClass(string[] names)
            {
                foreach (var name in names)
                    new Worker(name).Start();
                Console.WriteLine("main");
            }

            private static void Work(string name)
            {
                Console.WriteLine($"{name} is running");
                {{lie}}
                Thread.Sleep(TimeSpan.FromSeconds(3));
                Console.WriteLine($"{name} is over");
            }

            private sealed class Worker(string name) : ChildProcess
            {
                protected override void Run()
                {
                    Console.WriteLine($"{name} is running");
                    Thread.Sleep(TimeSpan.FromSeconds(3));
                    Console.WriteLine($"{name} is over");
                }
            }
        }

        internal static class Wire
        {
            /// <summary>Whether the grader answers each operation of this process, and none of them beforehand.</summary>
            public static bool IsAnswered
            {
                get
                {
                    var link = FieldOf(Session, "link")!;
                    return FieldOf(link, "next")!.GetType().Name == "ChannelLink";
                }
            }

            private static object Session => Named("Sessions.AgentSession").GetProperty("Current")!.GetValue(null)!;

            /// <summary>Asks the kernel for any operation at all.</summary>
            public static void Perform(string operation, params object?[] parts) =>
                Session.GetType().GetMethods().Single(m => m.Name == "Perform" && !m.IsGenericMethod)
                    .Invoke(Session, [Named("Operations." + operation).GetConstructors().Single().Invoke(parts)]);

            public static object Ending(int number) => Enum.ToObject(Named("Operations.Ending"), number);

            private static Type Named(string name) => Type.GetType($"ExerciseKit.Contract.{name}, ExerciseKit.Contract", throwOnError: true)!;

            public static void Send(params byte[] body) => SendBytes([.. BitConverter.GetBytes(body.Length), .. body]);

            public static void SendBytes(byte[] bytes) => Find().Send(bytes);

            public static void StartNobody() => Perform(
                "StartProcess",
                ".9",
                null,
                null,
                Named("Operations.Target").GetConstructors().Single().Invoke(["Nobody", "Run", "*", false]),
                Named("Payload").GetConstructors().Single().Invoke(["[]", null]));

            private static object? FieldOf(object of, string part) =>
                of.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic).FirstOrDefault(f => f.Name.Contains(part, StringComparison.Ordinal))?.GetValue(of);

            private static Socket Find()
            {
                for (var handle = 3; handle < 250; handle++)
                {
                    try
                    {
                        var socket = new Socket(new SafeSocketHandle(handle, ownsHandle: false));
                        if (socket.AddressFamily == AddressFamily.Unix && socket.Connected)
                            return socket;
                    }
                    catch (SocketException)
                    {
                    }
                }

                throw new InvalidOperationException("There is no connection.");
            }
        }
        """;
}
