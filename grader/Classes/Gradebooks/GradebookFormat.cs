namespace ExerciseKit.Classes.Gradebooks;

/// <summary>Whose columns a gradebook has.</summary>
public enum GradebookFormat
{
    /// <summary>All there is: a line for each hand-in.</summary>
    Plain,

    /// <summary>What Moodle imports as grades: a line for each student.</summary>
    Moodle,

    /// <summary>What Canvas imports as grades: a line for each student.</summary>
    Canvas,

    /// <summary>What Gradescope exports, which most other systems can import: a line for each student.</summary>
    Gradescope,
}
