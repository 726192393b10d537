using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>What a server answered: its status, its media type, its headers and its JSON.</summary>
internal sealed record Answer(int Status, string MediaType, HttpResponseHeaders Headers, JObject Json)
{
    /// <summary>The data of an answer without errors.</summary>
    public JObject Data
    {
        get
        {
            Json["errors"].Should().BeNull("it answered {0}", Json);
            return (JObject)Json["data"]!;
        }
    }

    /// <summary>The code of the first error.</summary>
    public string Code => (string)Json["errors"]![0]!["extensions"]!["code"]!;

    public string Message => (string)Json["errors"]![0]!["message"]!;
}

/// <summary>How tests ask GraphQL over HTTP.</summary>
internal static class Asking
{
    public const string Json = "application/json";
    public const string GraphQlResponse = "application/graphql-response+json";

    public static Task<Answer> AskAsync(this HttpClient client, string query, object? variables = null, string accept = GraphQlResponse, string address = "/graphql", object? extensions = null, string? language = "en")
    {
        var body = new JObject { ["query"] = query };
        Add(body, "variables", variables);
        Add(body, "extensions", extensions);
        return client.PostAsync(body.ToString(), accept: accept, address: address, language: language);
    }

    public static async Task<Answer> PostAsync(this HttpClient client, string body, string? contentType = Json, string? accept = GraphQlResponse, string address = "/graphql", string? language = "en")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        return await client.AnswerAsync(request, accept, language);
    }

    public static async Task<Answer> GetAsync(this HttpClient client, string address, string? accept, string? language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await client.AnswerAsync(request, accept, language);
    }

    public static async Task<Answer> AnswerAsync(this HttpClient client, HttpRequestMessage request, string? accept, string? language = "en")
    {
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new Answer((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", answer.Headers, text.StartsWith('{') ? CatalogServer.Json(text) : new JObject { ["text"] = text });
    }

    private static void Add(JObject body, string name, object? value)
    {
        if (value is not null)
        {
            body[name] = value as JToken ?? JToken.FromObject(value);
        }
    }
}
