using ExerciseKit.Service.Web.Teachers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExerciseKit.Tests.Service.Web;

/// <summary>Every page and endpoint with every role.</summary>
[CancelAfter(600_000)]
public sealed class RoleTests
{
    // What a stranger, the student whose hand-in it is, another student and a teacher get.
    private static readonly (string Endpoint, int Stranger, int Ann, int Bob, int Teacher)[] Table =
    [
        ("GET /assets/{hash}/{name}", 404, 404, 404, 404),
        ("GET /in", 200, 302, 302, 302),
        ("POST /in", 400, 400, 400, 400),
        ("GET /api/form", 200, 200, 200, 200),
        ("GET /me", 401, 200, 200, 200),
        ("POST /me", 401, 302, 302, 302),
        ("POST /me/link", 401, 200, 200, 200),
        ("GET /", 401, 200, 200, 302),
        ("GET /hand-ins", 401, 200, 200, 403),
        ("GET /api/me", 401, 200, 200, 403),
        ("POST /hand-ins", 401, 422, 422, 403),
        ("GET /hand-ins/{id:guid}/", 401, 200, 404, 200),
        ("GET /hand-ins/{id:guid}/state", 401, 200, 404, 200),
        ("GET /hand-ins/{id:guid}/events", 401, 200, 404, 200),
        ("GET /hand-ins/{id:guid}/report", 401, 200, 404, 200),
        ("GET /hand-ins/{id:guid}/file", 401, 200, 404, 200),
        ("GET /hand-ins/{id:guid}/against/{other:guid}", 401, 200, 404, 200),
        ("GET /teacher/", 401, 403, 403, 200),
        ("GET /teacher/faults", 401, 403, 403, 200),
        ("POST /teacher/blind", 401, 403, 403, 302),
        ("GET /teacher/marks.csv", 401, 403, 403, 200),
        ("GET /teacher/export.zip", 401, 403, 403, 200),
        ("GET /teacher/students/{key}/", 401, 403, 403, 200),
        ("POST /teacher/students/{key}/overrides", 401, 403, 403, 400),
        ("POST /teacher/students/{key}/overrides/{id:guid}/withdraw", 401, 403, 403, 400),
        ("POST /teacher/students/{key}/extensions", 401, 403, 403, 400),
        ("POST /teacher/students/{key}/extensions/{id:guid}/withdraw", 401, 403, 403, 400),
        ("POST /teacher/students/{key}/links", 401, 403, 403, 200),
        ("POST /teacher/students/{key}/links/revoke", 401, 403, 403, 400),
        ("GET /teacher/queue", 401, 403, 403, 200),
        ("POST /teacher/alarms/{id:guid}/seen", 401, 403, 403, 404),
        ("GET /teacher/regradings", 401, 403, 403, 200),
        ("POST /teacher/regradings", 401, 403, 403, 400),
        ("GET /teacher/regradings/{id:guid}", 401, 403, 403, 404),
        ("POST /teacher/regradings/{id:guid}/apply", 401, 403, 403, 400),
        ("POST /teacher/regradings/{id:guid}/discard", 401, 403, 403, 400),
        ("GET /teacher/links", 401, 403, 403, 200),
        ("POST /teacher/links/csv", 401, 403, 403, 200),
        ("GET /teacher/course", 401, 403, 403, 200),
        ("POST /teacher/course", 401, 403, 403, 400),
        ("GET /teacher/audit", 401, 403, 403, 200),
        ("GET /teacher/audit.csv", 401, 403, 403, 200),
        // Signing out ends every session, so it comes last.
        ("POST /out", 401, 302, 302, 302),
    ];

    [Test]
    public async Task Each_role_gets_at_each_endpoint_what_the_table_says_and_no_endpoint_is_missing_in_it()
    {
        await using var host = await ServiceHost.StartAsync();
        using var stranger = host.Stranger();
        using var ann = await host.SignInAsync(ServiceHost.Ann);
        using var bob = await host.SignInAsync(ServiceHost.Bob);
        using var teacher = await host.SignInAsync(ServiceHost.Teacher);
        var first = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class A;");
        await host.GradeAsync(first);
        var second = await ServiceHost.HandInAsync(ann, ServiceHost.Open, "class B;");
        await host.GradeAsync(second);
        var different = new List<string>();

        foreach (var (endpoint, asStranger, asAnn, asBob, asTeacher) in Table)
        {
            foreach (var (who, visitor, expected) in new[] { ("stranger", stranger, asStranger), ("ann", ann, asAnn), ("bob", bob, asBob), ("teacher", teacher, asTeacher) })
            {
                var path = PathOf(endpoint, first, second);
                var status = endpoint.StartsWith("GET", StringComparison.Ordinal) ? await visitor.StatusAsync(path) : (await visitor.PostAsync(path)).StatusCode;
                if ((int)status != expected)
                    different.Add($"{endpoint} as {who}: {(int)status} where {expected} is right");
            }
        }

        Assert.That(different, Is.Empty);
        Assert.That(EndpointsOf(host), Is.EquivalentTo(Table.Select(t => t.Endpoint)));
    }

    private static string PathOf(string endpoint, Guid first, Guid second) => endpoint.Split(' ')[1]
        .Replace("/hand-ins/{id:guid}", $"/hand-ins/{first}", StringComparison.Ordinal).Replace("{other:guid}", second.ToString(), StringComparison.Ordinal)
        .Replace("{id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{key}", Names.KeyOf(ServiceHost.Ann), StringComparison.Ordinal)
        .Replace("{hash}", "0", StringComparison.Ordinal).Replace("{name}", "none.js", StringComparison.Ordinal);

    private static IEnumerable<string> EndpointsOf(ServiceHost host) =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} /{e.RoutePattern.RawText!.TrimStart('/')}"));
}
