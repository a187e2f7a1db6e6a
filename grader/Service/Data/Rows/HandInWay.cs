namespace ExerciseKit.Service.Data.Rows;

/// <summary>How a hand-in came.</summary>
internal enum HandInWay
{
    Page,
    Tool,
    Teacher,
}
