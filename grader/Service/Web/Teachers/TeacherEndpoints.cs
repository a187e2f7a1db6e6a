using ExerciseKit.Service.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace ExerciseKit.Service.Web.Teachers;

/// <summary>Everything below <c>/teacher</c>: for teachers alone, as a whole.</summary>
internal static class TeacherEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var teacher = routes.MapGroup("/teacher").RequireAuthorization(ServicePolicies.Teacher);
        ClassEndpoints.Map(teacher);
        PersonEndpoints.Map(teacher);
        QueueEndpoints.Map(teacher);
        RegradingEndpoints.Map(teacher);
        LinkEndpoints.Map(teacher);
        CourseEndpoints.Map(teacher);
        AuditEndpoints.Map(teacher);
    }
}
