using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenData.GraphQL.Tests;

/// <summary>Compares what we say with what graphql-js says, and counts.</summary>
public sealed class Differences
{
    readonly List<string> found = [];

    public int Compared { get; private set; }

    /// <summary>How many differ only as differences.md says.</summary>
    public int Listed { get; private set; }

    public void Compare(string what, JsonNode? ours, JsonNode? theirs)
    {
        Compared++;
        if (Same(ours, theirs)) return;
        if (Same(WithoutListed(ours, theirs), theirs))
        {
            Listed++;
            return;
        }
        found.Add($"{what}\n--- ours\n{ours?.ToJsonString()}\n--- graphql-js\n{theirs?.ToJsonString()}\n");
    }

    public void ShouldBeNone([System.Runtime.CompilerServices.CallerFilePath] string test = "")
    {
        // Set it to a file's path to see all differences, and how many documents were compared.
        var dump = Environment.GetEnvironmentVariable("GRAPHQL_DIFFERENCES");
        if (dump is not null) File.AppendAllText(dump, $"{test}: {Compared} compared, {found.Count} differ, {Listed} differ as listed\n{string.Join("\n", found.Take(400))}");
        found.Should().BeEmpty($"{Compared} comparisons were made and {found.Count} differ; the first is:\n{found.FirstOrDefault()}\n");
    }

    /// <summary>Difference 1: a nullable variable in a OneOf input object is refused also where the object itself is of a non-null type.</summary>
    static JsonNode? WithoutListed(JsonNode? ours, JsonNode? theirs)
    {
        if (ours?["errors"] is not JsonArray errors) return ours;
        var kept = errors.Where(e => !e!["message"]!.GetValue<string>().Contains("must be non-nullable to be used for OneOf", StringComparison.Ordinal) || theirs!["errors"]!.AsArray().Any(t => Same(t, e)));
        return new JsonObject { ["errors"] = new JsonArray([.. kept.Select(e => e!.DeepClone())]) };
    }

    /// <summary>JSON equality: numbers by value, objects whatever the order of their keys.</summary>
    public static bool Same(JsonNode? a, JsonNode? b) => (a, b) switch
    {
        (null, null) => true,
        (JsonObject x, JsonObject y) => x.Count == y.Count && x.All(p => y.ContainsKey(p.Key) && Same(p.Value, y[p.Key])),
        (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(p => Same(p.First, p.Second)),
        (JsonValue x, JsonValue y) when x.GetValueKind() == JsonValueKind.Number && y.GetValueKind() == JsonValueKind.Number => Number(x).Equals(Number(y)),
        (JsonValue x, JsonValue y) => x.GetValueKind() == y.GetValueKind() && x.ToJsonString() == y.ToJsonString(),
        _ => false,
    };

    static double Number(JsonValue value) => double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    public static JsonArray Told(IEnumerable<GraphQLError> errors) => [.. errors.Select(Told)];

    public static JsonNode Told(GraphQLError error) => new JsonObject
    {
        ["message"] = error.Message,
        ["locations"] = new JsonArray([.. error.Locations.Select(l => new JsonObject { ["line"] = l.Line, ["column"] = l.Column })]),
    };
}
