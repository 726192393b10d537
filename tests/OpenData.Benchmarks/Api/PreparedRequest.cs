using System.Text;
using System.Text.Json;

namespace OpenData.Benchmarks.Api;

/// <summary>One request to a server, ready to be sent.</summary>
/// <param name="Path">From the root, with its query.</param>
/// <param name="Body">The JSON to post, or null for a GET.</param>
internal sealed record PreparedRequest(string Path, string? Body)
{
    public static PreparedRequest GraphQl(string query, object? variables = null) =>
        new("/graphql", JsonSerializer.Serialize(new { query, variables }));

    /// <summary>Asks it once.</summary>
    /// <exception cref="InvalidOperationException">The answer is no success, or a GraphQL answer with errors.</exception>
    public async Task<string> AskAsync(HttpClient client)
    {
        using var content = Body is null ? null : new StringContent(Body, Encoding.UTF8, "application/json");
        using var answer = await (content is null ? client.GetAsync(Path) : client.PostAsync(Path, content));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode && !text.Contains("\"errors\":[{", StringComparison.Ordinal)
            ? text
            : throw new InvalidOperationException($"{Path} {Body} was answered {(int)answer.StatusCode}: {text[..Math.Min(text.Length, 600)]}");
    }
}
