using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExerciseKit.Reports.Console;

/// <summary>The few shapes that reports are made of.</summary>
public static class Layout
{
    /// <summary>An empty line.</summary>
    public static PlainText BlankLine { get; } = new("");

    /// <summary>Set in by so many columns, each line of it.</summary>
    public static IRenderable Indented(int columns, IRenderable content) => new Padder(content, new Padding(columns, 0, 0, 0));

    /// <summary>With a blank line above and below.</summary>
    public static IRenderable SetOff(IRenderable content) => new Padder(content, new Padding(0, 1, 0, 1));

    /// <summary>Columns two blanks apart that never wrap, and a last one that takes the rest of the width.</summary>
    public static Grid Columns(int count)
    {
        var grid = new Grid();
        for (var i = 0; i < count - 1; i++)
            grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 2, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        return grid;
    }
}
