using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExerciseKit.Service.Running;

/// <summary>For whoever looks after the process: whether it lives, and whether it can take hand-ins.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", (RequestDelegate)(context => context.Response.WriteAsync("alive\n"))).AllowAnonymous();
        app.MapGet("/health/ready", (RequestDelegate)TellReadyAsync).AllowAnonymous();
    }

    private static async Task TellReadyAsync(HttpContext http)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        bound.CancelAfter(Patience);
        try
        {
            var database = http.RequestServices.GetRequiredService<ServiceDatabase>();
            var context = database.CreateContext();
            await using var _ = context.ConfigureAwait(false);
            var waiting = await context.Gradings.CountAsync(g => g.State == GradingState.Waiting, bound.Token).ConfigureAwait(false);
            await http.Response.WriteAsync($"ready, {waiting} waiting\n", bound.Token).ConfigureAwait(false);
        }
        catch (Exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            // Nobody who asks over the net need know more.
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await http.Response.WriteAsync("the database does not answer\n", CancellationToken.None).ConfigureAwait(false);
        }
    }
}
