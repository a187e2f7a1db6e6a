namespace ExerciseKit.Tests.Model;

internal enum Printout
{
    Output,
    Error,
}

/// <summary>Prints a text; a line may be printed in pieces.</summary>
internal sealed record Print(string Text, bool EndsLine = true, Printout On = Printout.Output) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        me.PartialLines[On] += Text;
        if (EndsLine)
            world.EndLine(me, On);
        return Result.Nothing;
    }
}

/// <summary>Prints what the step before gave, so that it is seen in the end.</summary>
internal sealed record PrintLast : Step
{
    public override Result? Happen(World world, Actor me) => new Print(me.Cursor.Last.ToString()).Happen(world, me);
}
