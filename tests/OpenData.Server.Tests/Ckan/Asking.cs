using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.Ckan;

/// <summary>Asks as CKAN's clients ask.</summary>
internal static class Asking
{
    /// <summary>As ckanapi does: POST to <c>/api/action/…</c>, JSON, no redirect followed.</summary>
    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string action, object? arguments = null)
    {
        var body = new StringContent(arguments as string ?? JObject.FromObject(arguments ?? new { }).ToString(), Encoding.UTF8, "application/json");
        return client.PostAsync(new Uri($"/api/action/{action}", UriKind.Relative), body);
    }

    /// <summary>The result of a call by POST.</summary>
    public static async Task<JToken> CallAsync(this HttpClient client, string action, object? arguments = null)
    {
        using var answer = await client.PostAsync(action, arguments);
        return Result(await ReadAsync(answer), action);
    }

    /// <summary>The result of a call by GET, with the query as it is sent.</summary>
    public static async Task<JToken> GetAsync(this HttpClient client, string action, string query)
    {
        using var answer = await client.GetAsync(new Uri($"/api/3/action/{action}?{query}", UriKind.Relative));
        return Result(await ReadAsync(answer), action);
    }

    /// <summary>The error of a call that is refused with a status; its help is always there.</summary>
    public static async Task<JObject> RefusedAsync(this HttpClient client, HttpStatusCode status, string action, object? arguments = null)
    {
        using var answer = await client.PostAsync(action, arguments);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(status, text);
        var envelope = CatalogServer.Json(text);
        envelope.Properties().Select(p => p.Name).Should().Equal("help", "success", "error");
        ((bool)envelope["success"]!).Should().BeFalse();
        return (JObject)envelope["error"]!;
    }

    private static async Task<JObject> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        answer.Content.Headers.ContentType.CharSet.Should().Be("utf-8");
        return CatalogServer.Json(text);
    }

    private static JToken Result(JObject envelope, string action)
    {
        envelope.Properties().Select(p => p.Name).Should().Equal("help", "success", "result");
        ((string)envelope["help"]!).Should().EndWith($"/api/3/action/help_show?name={action}").And.StartWith("http://127.0.0.1:");
        ((bool)envelope["success"]!).Should().BeTrue();
        return envelope["result"]!;
    }
}
