using System.Collections.Immutable;

namespace ExerciseKit.Tests.Model.Generation;

/// <summary>Smaller programs that may fail in the same way: a statement less, a branch or a loop taken apart, a setting back to its default.</summary>
internal static class Shrinking
{
    public static IEnumerable<SmallProgram> Of(SmallProgram program)
    {
        if (program.MaxProcesses < 64)
            yield return program with { MaxProcesses = 64 };
        if (program.Files.Count > 0)
            yield return program with { Files = program.Files.Clear() };
        foreach (var (name, text) in program.Processes)
        {
            if (text.IsDaemon is not null)
                yield return program with { Processes = program.Processes.SetItem(name, text with { IsDaemon = null }) };
            foreach (var body in Of(text.Body))
                yield return (program with { Processes = program.Processes.SetItem(name, text with { Body = body }) }).Numbered();
        }
    }

    private static IEnumerable<ImmutableList<Statement>> Of(ImmutableList<Statement> body)
    {
        for (var i = 0; i < body.Count; i++)
        {
            var without = body.RemoveAt(i);
            yield return without;
            foreach (var instead in Of(body[i]))
                yield return without.InsertRange(i, instead);
        }
    }

    private static IEnumerable<ImmutableList<Statement>> Of(Statement statement)
    {
        switch (statement)
        {
            case If branch:
                yield return branch.Then;
                yield return branch.Else;
                foreach (var then in Of(branch.Then))
                    yield return [branch with { Then = then }];
                foreach (var otherwise in Of(branch.Else))
                    yield return [branch with { Else = otherwise }];
                break;
            case Repeat loop:
                yield return loop.Body;
                if (loop.Times > 2)
                    yield return [loop with { Times = loop.Times - 1 }];
                foreach (var body in Of(loop.Body))
                    yield return [loop with { Body = body }];
                break;
            case Acquire { Seconds: > 1 } acquire:
                yield return [acquire with { Seconds = 1 }];
                break;
            case Enter { Seconds: > 1 } enter:
                yield return [enter with { Seconds = 1 }];
                break;
            case TakePermit { Seconds: > 1 } take:
                yield return [take with { Seconds = 1 }];
                break;
            case AwaitSignal { Seconds: > 1 } wait:
                yield return [wait with { Seconds = 1 }];
                break;
            case SleepOn { Seconds: > 1 } sleep:
                yield return [sleep with { Seconds = 1 }];
                break;
            case Join { Seconds: > 1 } join:
                yield return [join with { Seconds = 1 }];
                break;
            case Pause { Seconds: > 1 } pause:
                yield return [pause with { Seconds = 1 }];
                break;
        }
    }
}
