using ExerciseKit.Contract.Results;

namespace ExerciseKit.Kernel.Files;

/// <summary>A file of the run's private folder.</summary>
/// <param name="Content">What is in it.</param>
public sealed record FileState(FileText Content) : ObjectState
{
    public override ObjectKind? Kind => ObjectKind.File;

    public override int Size => 1 + Content.OwnLength / KernelState.PieceOfText;

    public override ObjectView View(string name, ViewBounds bounds) => new(name) { Text = bounds.Of(Content.ToString()) };
}
