using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Cli.Online;

/// <summary>Talks to a class's server as a student's browser does.</summary>
internal sealed class ServiceClient : IDisposable
{
    private const string TokenHeader = "RequestVerificationToken";

    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();
    private readonly Uri address;

    public ServiceClient(Uri address, string kitVersion, Language language)
    {
        this.address = address;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"kit/{kitVersion}");
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language == Language.Chinese ? "zh" : "en"));
    }

    /// <summary>What to keep of the session, so that the next call needs no link; null where there is none.</summary>
    public string? Session
    {
        get => cookies.GetCookies(address).Cast<Cookie>().Where(c => c.Name.EndsWith("kit", StringComparison.Ordinal)).Select(c => $"{c.Name}={c.Value}").FirstOrDefault();
        set
        {
            if (value?.Split('=', 2) is [var name, var its])
                cookies.Add(address, new Cookie(name, its, "/") { Secure = address.Scheme == Uri.UriSchemeHttps, HttpOnly = true });
        }
    }

    /// <summary>Signs in by a link's secret.</summary>
    /// <exception cref="BadInputException">The server does not take it, or is not there.</exception>
    public async Task SignInAsync(string secret, CancellationToken cancellation)
    {
        var token = (await ReadAsync(await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/form"), cancellation), cancellation)).GetProperty("form").GetString()!;
        var request = new HttpRequestMessage(HttpMethod.Post, "/in") { Content = new FormUrlEncodedContent([KeyValuePair.Create("code", secret)]) };
        request.Headers.Add(TokenHeader, token);
        await ReadAsync(await SendAsync(request, cancellation), cancellation);
    }

    /// <summary>Who is signed in, and what may be handed in; null where nobody is.</summary>
    public async Task<JsonElement?> MeAsync(CancellationToken cancellation)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/me"), cancellation);
        return answer.StatusCode == HttpStatusCode.Unauthorized ? null : await ReadAsync(answer, cancellation);
    }

    /// <summary>Hands in.</summary>
    /// <param name="token">The token of <see cref="MeAsync"/>.</param>
    /// <param name="exercise">For which exercise; null for all in it.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="content">The file.</param>
    /// <param name="sentAs">What this hand-in is called, so that sending it again hands it in once.</param>
    /// <param name="cost">The cost of lateness that was agreed to; null for none.</param>
    public async Task<SubmitAnswer> HandInAsync(string token, string? exercise, string name, byte[] content, string sentAs, string? cost, CancellationToken cancellation)
    {
        var form = new MultipartFormDataContent { { new StringContent(sentAs), "sentAs" }, { new ByteArrayContent(content), "files", name } };
        if (exercise is not null)
            form.Add(new StringContent(exercise), "exercise");
        if (cost is not null)
            form.Add(new StringContent(cost), "late");
        var request = new HttpRequestMessage(HttpMethod.Post, "/hand-ins") { Content = form };
        request.Headers.Add(TokenHeader, token);
        using var answer = await SendAsync(request, cancellation);
        if (answer.StatusCode == HttpStatusCode.Conflict)
        {
            var asked = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            return new SubmitAnswer(null, false, asked.GetProperty("ask").GetString(), asked.GetProperty("cost").GetString());
        }

        var said = await ReadAsync(answer, cancellation);
        return new SubmitAnswer(said.GetProperty("id").GetGuid(), said.TryGetProperty("same", out _), null, null);
    }

    /// <summary>How far a hand-in is.</summary>
    public async Task<JsonElement> StateAsync(Guid id, CancellationToken cancellation) => await ReadAsync(await SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/hand-ins/{id}/state"), cancellation), cancellation);

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await client.SendAsync(request, cancellation);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new BadInputException((
                $"{address} does not answer: {e.Message} Look at the address and your connection, and call it again; what was taken is not taken twice.",
                $"{address} 没有应答：“{e.Message}”请检查地址和网络后再试；已接收的不会重复接收。"));
        }
    }

    // What the server refuses it says in words.
    private async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        JsonElement said;
        try
        {
            said = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or HttpRequestException)
        {
            throw new BadInputException((
                $"{address} answered {(int)answer.StatusCode}, and not as a class's server does. Look at the address.",
                $"{address} 的应答是 {(int)answer.StatusCode}，不像是班级服务器。请检查地址。"));
        }

        if (answer.IsSuccessStatusCode)
            return said;
        var why = said.ValueKind == JsonValueKind.Object && said.TryGetProperty("why", out var words) ? words.GetString() ?? "" : $"{(int)answer.StatusCode}";
        throw new BadInputException(LocalizedText.Same(why));
    }
}

/// <summary>What the server said to a hand-in.</summary>
/// <param name="Id">The hand-in; null where something is asked first.</param>
/// <param name="IsSame">Whether it was there already.</param>
/// <param name="Question">What is asked first.</param>
/// <param name="Cost">What a yes to that is called.</param>
internal sealed record SubmitAnswer(Guid? Id, bool IsSame, string? Question, string? Cost);
