namespace ExerciseKit.Service.Data.Rows;

/// <summary>What somebody may do.</summary>
internal enum PersonRole
{
    Student,
    Teacher,
}
