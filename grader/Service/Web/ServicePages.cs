using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Receiving;
using ExerciseKit.Service.Web.Access;
using ExerciseKit.Service.Web.Assets;
using ExerciseKit.Service.Web.HandIns;
using ExerciseKit.Service.Web.Safety;
using ExerciseKit.Service.Web.SigningIn;
using ExerciseKit.Service.Web.Students;
using ExerciseKit.Service.Web.Teachers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ExerciseKit.Service.Web;

/// <summary>The pages of students and teachers.</summary>
internal static class ServicePages
{
    /// <summary>Adds what they need. The database, the exercises and an <see cref="IGradingQueue"/> must be there besides.</summary>
    public static IServiceCollection AddServicePages(this IServiceCollection services, ServicePagesOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<CourseReader>();
        services.AddSingleton<CourseUpdate>();
        services.AddSingleton<HandInDesk>();
        services.AddAccess(options.IsHttps);
        new Limits(options.MaxUploadBytes, options.RequestsAMinute, options.HandInsAMinute, options.StrangersAMinute, options.Watching).AddTo(services);
        if (options.Address is { } address)
            services.Configure<HostFilteringOptions>(filter => (filter.AllowedHosts, filter.AllowEmptyHosts) = ([address.Host, "localhost", "127.0.0.1", "[::1]"], false));
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in options.Proxies)
                forwarded.KnownProxies.Add(proxy);
        });
        return services;
    }

    /// <summary>Serves them.</summary>
    public static WebApplication MapServicePages(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<ServicePagesOptions>();
        var limits = app.Services.GetRequiredService<Limits>();
        // Without a proxy that is named the headers are anybody's word.
        if (options.Proxies.Count > 0)
            app.UseForwardedHeaders();
        if (options.Address is not null)
            app.UseHostFiltering();
        app.Use(next => http => ContentPolicy.AddAsync(http, next));
        if (options.IsHttps)
            app.UseHsts();
        app.UseRouting();
        app.Use(next => http => FaultPages.RunAsync(http, next));
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.Use(next => http => UploadGate.CheckAsync(http, limits, next));
        app.Use(next => http => FormGuard.CheckAsync(http, app.Services.GetRequiredService<IAntiforgery>(), next));
        app.MapGet("/assets/{hash}/{name}", Asset).AllowAnonymous();
        SignInEndpoints.Map(app);
        AccountEndpoints.Map(app);
        StudentEndpoints.Map(app);
        HandInEndpoints.Map(app);
        TeacherEndpoints.Map(app);
        return app;
    }

    private static IResult Asset(HttpContext http, string hash, string name)
    {
        if (PageFiles.At(hash, name) is not { } file)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(file.Content, file.Type);
    }
}
