using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Playing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ExerciseKit.Cli.Playing;

/// <summary>Serves a play to a browser on this machine, and to nobody else.</summary>
/// <remarks>
/// It listens on the loopback address alone. Whoever asks must know the token in the address, and must have come by that very
/// address: a page elsewhere whose name leads here (rebinding) or that guesses the port is refused.
/// </remarks>
internal sealed class PlayServer : IAsyncDisposable
{
    private const int TokenBytes = 24;

    private const int LongestQuestion = 64 * 1024;

    private readonly WebApplication application;
    private readonly PlayDesk desk;
    private readonly string page;
    private readonly byte[] token;
    private readonly SemaphoreSlim turn = new(1);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string host = "";

    private PlayServer(PlayDesk desk, string page, int port)
    {
        (this.desk, this.page) = (desk, page);
        var word = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        token = Encoding.ASCII.GetBytes(word);
        // No configuration from files or the environment, no log: what is needed is said here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LongestQuestion;
            options.Limits.MaxConcurrentConnections = 64;
            options.Listen(IPAddress.Loopback, port);
        });
        application = builder.Build();
        application.Run(AnswerAsync);
        Address = new Uri($"http://127.0.0.1:{port}/{word}/");
    }

    /// <summary>Where the page is, its token included.</summary>
    public Uri Address { get; private set; }

    /// <summary>Ends when somebody on the page has ended the play.</summary>
    public Task Ended => ended.Task;

    /// <summary>Begins to serve.</summary>
    /// <param name="desk">What answers.</param>
    /// <param name="page">The page.</param>
    /// <param name="port">The port; 0 for any.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="BadInputException">The port is in use, or may not be used.</exception>
    public static async Task<PlayServer> StartAsync(PlayDesk desk, string page, int port, CancellationToken cancellation)
    {
        var server = new PlayServer(desk, page, port);
        try
        {
            await server.application.StartAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await server.DisposeAsync();
            throw new BadInputException(PlayTexts.PortTaken(port, e.Message));
        }

        var bound = new Uri(server.application.Urls.First());
        server.host = $"127.0.0.1:{bound.Port}";
        server.Address = new Uri($"http://{server.host}{server.Address.AbsolutePath}");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        turn.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // What a page says of itself can't keep others from framing it.
        response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        if (!string.Equals(request.Host.Value, host, StringComparison.Ordinal))
            return Refuse(StatusCodes.Status421MisdirectedRequest);
        var parts = (request.Path.Value ?? "").Split('/');
        if (parts is not ["", var word, var name] || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(word), token))
            return Refuse(StatusCodes.Status404NotFound);
        if (request.Headers.Origin is [var origin] && origin != $"http://{host}")
            return Refuse(StatusCodes.Status403Forbidden);
        return (name, request.Method) switch
        {
            ("", "GET") => WriteAsync(response, "text/html; charset=utf-8", page),
            ("ask", "POST") when request.HasJsonContentType() => AskAsync(context),
            ("ask", "POST") => Refuse(StatusCodes.Status415UnsupportedMediaType),
            ("" or "ask", _) => Refuse(StatusCodes.Status405MethodNotAllowed),
            _ => Refuse(StatusCodes.Status404NotFound),
        };

        Task Refuse(int status)
        {
            response.StatusCode = status;
            return Task.CompletedTask;
        }
    }

    private async Task AskAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        string answer;
        try
        {
            var question = await reader.ReadToEndAsync(context.RequestAborted);
            await turn.WaitAsync(context.RequestAborted);
            try
            {
                answer = await Task.Run(() => desk.Answer(question, context.RequestAborted), context.RequestAborted);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (BadHttpRequestException e)
        {
            context.Response.StatusCode = e.StatusCode;
            return;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked is not there any more.
            return;
        }

        await WriteAsync(context.Response, "application/json; charset=utf-8", answer);
        if (desk.IsOver)
            ended.TrySetResult();
    }

    private static Task WriteAsync(HttpResponse response, string type, string text)
    {
        response.ContentType = type;
        return response.WriteAsync(text);
    }
}
