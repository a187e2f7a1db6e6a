namespace ExerciseKit.Service.Web.Access;

/// <summary>Who may see what: the names of the policies.</summary>
internal static class ServicePolicies
{
    /// <summary>Anybody who is signed in. Whatever says nothing asks for it.</summary>
    public const string SignedIn = "signed-in";

    public const string Student = "student";

    /// <summary>Also what Hangfire's dashboard is behind, at <see cref="JobsPath"/>.</summary>
    public const string Teacher = "teacher";

    /// <summary>Where the queue's own pages are.</summary>
    public const string JobsPath = "/teacher/jobs";
}
