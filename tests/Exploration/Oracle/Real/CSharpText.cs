using System.Text;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle.Real;

/// <summary>Writes a small program as a student would: in C#, on the kit's public primitives, a static method a process.</summary>
internal sealed class CSharpText
{
    private readonly SmallProgram program;
    private readonly IReadOnlyList<(string Type, string Name)> shared;
    private readonly StringBuilder text = new();

    private CSharpText(SmallProgram program)
    {
        this.program = program;
        shared = [.. program.Processes[World.Root].Body.OfType<CreateStep>().Where(s => s is not MakePool).SelectMany(CSharpCreation.Declarations)];
    }

    /// <summary>A process takes six arguments at most; more travel as one record.</summary>
    private bool FitsParameters => shared.Count <= 6;

    private string Declared => string.Join(", ", shared.Select(s => $"{s.Type} {s.Name}"));

    /// <summary>The source of a class of that name, with the entry <c>Run()</c>.</summary>
    public static string Of(SmallProgram program, string className)
    {
        var writer = new CSharpText(program);
        writer.Line("using ExerciseKit.Multiprocessing;");
        writer.Line($"public static class {className}");
        writer.Line("{");
        foreach (var (name, process) in program.Processes.Where(p => !writer.IsWorker(p.Key) && writer.MethodOf(p.Key) == Method(p.Key)))
            writer.Write(name, process);
        writer.WriteJobs();
        writer.Line("static int OneMore(string last) => last.StartsWith(\"Number \") ? int.Parse(last.Substring(7)) + 1 : 0;");
        writer.Line("static string Text(string value) => value.Length == 0 ? \"Text\" : \"Text \" + value;");
        writer.Line("public sealed record Parcel(string Text, Connection? End);");
        writer.Line($"public sealed record Everything({writer.Declared});");
        writer.Line("}");
        return writer.text.ToString();
    }

    private void Write(string name, ProcessText process)
    {
        var parameters = name == World.Root ? "" : FitsParameters ? Declared : "Everything all";
        Line($"public static void {Method(name)}({parameters})");
        Line("{");
        Line("var last = \"Nothing\";");
        if (name != World.Root && !FitsParameters)
        {
            foreach (var (_, variable) in shared)
                Line($"var {variable} = all.{variable};");
        }

        foreach (var made in process.Body.OfType<CreateStep>())
            Line(CSharpCreation.Of(made));
        foreach (var child in program.Processes.Where(p => Descent.IsChildOf(p.Key, name) && !IsWorker(p.Key)))
        {
            var given = string.Join(", ", shared.Select(s => s.Type == CSharpCreation.End && !child.Value.Ends.Contains(Named(s.Name)) ? $"({CSharpCreation.End})null!" : s.Name));
            var arguments = FitsParameters ? given.Length == 0 ? "" : ", " + given : $", new Everything({given})";
            Line($"var {Child(child.Key)} = ChildProcess.Create({MethodOf(child.Key)}{arguments});");
            Line($"{Child(child.Key)}.Name = \"{child.Key}\";");
            if (child.Value.IsDaemon is { } isDaemon)
                Line($"{Child(child.Key)}.IsDaemon = {(isDaemon ? "true" : "false")};");
        }

        foreach (var hand in process.Body.OfType<HandIn>())
            Line($"PoolResult<string>? result{hand.Number} = null;");
        Write(process.Body.Where(s => s is not CreateStep && !(s is Start start && IsWorker(start.Process))));
        Line("}");
    }

    /// <summary>A pool's workers are the kit's matter; what they are given is a method each.</summary>
    private void WriteJobs()
    {
        if (program.Processes.Values.SelectMany(p => p.Body).OfType<WorkOn>().FirstOrDefault() is not { } work)
            return;
        for (var i = 0; i < work.Jobs.Count; i++)
        {
            Line($"private static string Job{i}(({string.Join(", ", shared.Select(s => $"{s.Type} {s.Name}"))}) objects)");
            Line("{");
            Line($"var ({string.Join(", ", shared.Select(s => s.Name))}) = objects;");
            Line($"var last = \"{TakeJob.Given(i)}\";");
            Write(work.Jobs[i].Body);
            Line(work.Jobs[i].Fails ? $"throw new Exception(\"{FinishJob.Failure}\");" : "return last;");
            Line("}");
        }
    }

    private bool IsWorker(string process) => program.Processes[process].Body is [WorkOn, ..];

    private void Write(IEnumerable<Statement> body)
    {
        foreach (var statement in body)
            Write(statement);
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case If branch:
                Line($"if ({Condition(branch.Looks)})");
                Block(branch.Then);
                Line("else");
                Block(branch.Else);
                break;
            case Repeat loop:
                Line($"for (var i = 0; i < {loop.Times}; i++)");
                Block(loop.Body);
                break;
            case HandIn hand:
                Line($"result{hand.Number} = {Shared(hand.Name)}.ApplyAsync(Job{hand.Job}, ({string.Join(", ", shared.Select(s => s.Name))})); last = \"Nothing\";");
                break;
            default:
                Line(CSharpStatement.Of(statement));
                break;
        }
    }

    private void Block(IEnumerable<Statement> body)
    {
        Line("{");
        Write(body);
        Line("}");
    }

    private void Line(string line) => text.Append(line).Append('\n');

    /// <summary>Processes with one text run one method.</summary>
    private string MethodOf(string process) =>
        Method(program.Processes.First(p => ReferenceEquals(p.Value.Body, program.Processes[process].Body)).Key);

    private static string Method(string process) => process == World.Root ? "Run" : "Process" + process.Replace('.', '_');

    internal static string Child(string process) => "child" + process.Replace('.', '_');

    /// <summary>The variable of what was made under a name.</summary>
    internal static string Shared(string name) => "shared" + name.Replace('~', '_');

    private static string Named(string variable) => variable["shared".Length..].Replace('_', '~');

    private static string Condition(Looks looks) => looks switch
    {
        Looks.Yes => "last == \"Yes\"",
        Looks.Refused => "last is \"Misuse\" or \"FileMissing\" or \"FileExists\" or \"Full\" or \"KeyMissing\" or \"OutOfRange\" or \"Closed\" or \"StreamEnded\" or \"PipeUnusable\" or \"Broken\"",
        Looks.EmptyText => "last == \"Text\"",
        _ => "last == \"Number 0\"",
    };
}
