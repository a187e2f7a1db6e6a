#!/usr/bin/env bash
# ASP.NET Core 10.0 (Microsoft.AspNetCore.App of the SDK's runtime): a form whose body is longer than the server's limit is refused by Kestrel
# with a BadHttpRequestException of status 413. Where IAntiforgery.ValidateRequestAsync is the first to read the form, that exception is only
# the inner one of an AntiforgeryValidationException: whoever answers bad tokens with 400 tells a sender of too much that his token is bad.
# IsRequestValidAsync does not tell false for it either, but throws the same.
# Output seen: "form first: BadHttpRequestException 413", "token first: AntiforgeryValidationException, inside: BadHttpRequestException 413",
# "asked whether it is valid: AntiforgeryValidationException, inside: BadHttpRequestException 413".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
cat > Forms.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
</Project>
P
cat > Program.cs <<'C'
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddAntiforgery();
builder.WebHost.UseUrls("http://127.0.0.1:0");
var app = builder.Build();
app.MapGet("/token", (IAntiforgery forgery, HttpContext context) => forgery.GetAndStoreTokens(context).RequestToken);
app.MapPost("/form", (IAntiforgery forgery, HttpContext context) => Told(context, () => context.Request.ReadFormAsync()));
app.MapPost("/validate", (IAntiforgery forgery, HttpContext context) => Told(context, () => forgery.ValidateRequestAsync(context)));
app.MapPost("/ask", (IAntiforgery forgery, HttpContext context) => Told(context, () => forgery.IsRequestValidAsync(context)));
await app.StartAsync();
using var client = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = new Uri(app.Urls.First()) };
var token = await client.GetStringAsync("/token");
await Send("form first", "/form");
await Send("token first", "/validate");
await Send("asked whether it is valid", "/ask");

async Task Send(string name, string path)
{
    using var answer = await client.PostAsync(path, new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["text"] = new('x', 20_000) }));
    Console.WriteLine($"{name}: {await answer.Content.ReadAsStringAsync()}");
}

static async Task<string> Told(HttpContext context, Func<Task> read)
{
    context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = 10_000;
    try
    {
        await read();
        return "nothing is wrong";
    }
    catch (Exception e)
    {
        return Name(e) + (e.InnerException is { } inner ? $", inside: {Name(inner)}" : "");
    }
}

static string Name(Exception e) => e.GetType().Name + (e is BadHttpRequestException bad ? $" {bad.StatusCode}" : "");
C
dotnet build -v quiet -nologo >/dev/null
said=$(dotnet bin/Debug/net10.0/Forms.dll)
echo "$said"
[ "$said" = "form first: BadHttpRequestException 413
token first: AntiforgeryValidationException, inside: BadHttpRequestException 413
asked whether it is valid: AntiforgeryValidationException, inside: BadHttpRequestException 413" ] || {
  echo "changed: see the head of this script for what was seen" >&2
  exit 1
}
