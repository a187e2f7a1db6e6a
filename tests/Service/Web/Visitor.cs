using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace ExerciseKit.Tests.Service.Web;

/// <summary>Somebody's browser: keeps cookies, follows nothing by itself, and carries the token of each form.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient client;

    public Visitor(Uri address)
    {
        Address = address;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    public Uri Address { get; }

    public CookieContainer Cookies { get; } = new();

    public string CookieHeader => Cookies.GetCookieHeader(Address);

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public async Task<string> TextAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, [], HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    /// <summary>The token that a form of this visitor carries.</summary>
    public async Task<string> FormAsync() => (await client.GetFromJsonAsync<Dictionary<string, string>>("/api/form"))!["form"];

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await PostRawAsync(path, [.. fields, ("__RequestVerificationToken", await FormAsync())]);

    /// <summary>Posts a form without a token, unless it is among the fields.</summary>
    public Task<HttpResponseMessage> PostRawAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), []);

    public async Task<HttpResponseMessage> HandInAsync(string? exercise, string fileName, byte[] content, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new StringContent(await FormAsync()), "__RequestVerificationToken" } };
        if (exercise is not null)
            form.Add(new StringContent(exercise), "exercise");
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(content), "files", fileName);
        return await SendAsync(HttpMethod.Post, "/hand-ins", form, []);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request, completion);
    }

    /// <summary>Sends a request as it is written, where a client would set it right, and gives the answer's text.</summary>
    public async Task<string> RawAsync(string firstLine, string more = "")
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Address.Host, Address.Port);
        await using var stream = socket.GetStream();
        var cookies = CookieHeader.Length > 0 ? $"Cookie: {CookieHeader}\r\n" : "";
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{firstLine} HTTP/1.1\r\nHost: {Address.Authority}\r\nConnection: close\r\n{cookies}{more}\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    public void Dispose() => client.Dispose();
}
