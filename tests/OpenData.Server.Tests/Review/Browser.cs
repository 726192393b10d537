using System.Net;
using System.Text.RegularExpressions;

namespace OpenData.Server.Tests.Review;

/// <summary>A browser without scripts: keeps cookies, follows nothing by itself, and sends forms with the token of the page they are on.</summary>
internal sealed partial class Browser(HttpClient anonymous) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly Uri site = anonymous.BaseAddress!;
    private HttpClient? client;

    public CookieContainer Cookies => cookies;

    private HttpClient Client => client ??= new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = site };

    public string? Session => cookies.GetCookies(site)["opendata.session"]?.Value;

    public async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        return await Client.SendAsync(request);
    }

    /// <summary>Sends a form as the page <paramref name="from"/> would; without a page, without a token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, string? from, params (string Name, string Value)[] fields)
    {
        var token = from is null ? null : await TokenAsync(from);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token ?? "")).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
        };
        request.Headers.Accept.ParseAdd("text/html");
        return await Client.SendAsync(request);
    }

    /// <summary>Sends a file as the page <paramref name="from"/> would; without a page, without a token.</summary>
    public async Task<HttpResponseMessage> GiveAsync(string address, string? from, byte[] file, string fileName, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Prepend(("__RequestVerificationToken", from is null ? "" : await TokenAsync(from))))
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        content.Add(new ByteArrayContent(file), "\"file\"", $"\"{fileName}\"");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Accept.ParseAdd("text/html");
        return await Client.SendAsync(request);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => await Client.SendAsync(request);

    public Task<HttpResponseMessage> SignInAsync(string name, string password, string to = "") =>
        PostAsync("/sign-in", "/sign-in", ("name", name), ("password", password), ("to", to));

    public void Dispose() => client?.Dispose();

    private async Task<string> TokenAsync(string page)
    {
        using var answer = await GetAsync(page);
        var html = await answer.Content.ReadAsStringAsync();
        return WebUtility.HtmlDecode(Token().Match(html).Groups[1].Value);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
