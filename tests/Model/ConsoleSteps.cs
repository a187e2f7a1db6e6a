namespace ExerciseKit.Tests.Model;

/// <summary>Prints a text; a line may be printed in pieces.</summary>
internal sealed record Print(string Text, bool EndsLine = true) : Step
{
    public override Result? Happen(World world, Actor me)
    {
        me.PartialLine += Text;
        if (EndsLine)
            world.PrintLine(me, me.PartialLine);
        if (EndsLine)
            me.PartialLine = "";
        return Result.Nothing;
    }
}

/// <summary>Prints what the step before gave, so that it is seen in the end.</summary>
internal sealed record PrintLast : Step
{
    public override Result? Happen(World world, Actor me)
    {
        world.PrintLine(me, me.PartialLine + me.Cursor.Last);
        me.PartialLine = "";
        return Result.Nothing;
    }
}
