using System.Text;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.Ckan;

/// <summary>Arguments that nobody means well with: whatever they are, the answer is CKAN's, and no fault of ours.</summary>
[Collection(CatalogCollection.Name)]
public class HostileTests(CatalogServer catalog)
{
    private static readonly string[] Scraps =
    [
        "organization:", "name:", "tags:", "metadata_modified:", "(", ")", "[", "]", "{", "}", "\"", "\\", "*", "?", ":", "-", "+", "!", "AND", "OR", "NOT", "TO", "&&", "||", "^2", "~", " ", "a", "ก", "NOW", "/DAY", "-1DAY",
        "2024-01-01T00:00:00Z", "\0", "\uD800", "'", ";", "--", "%", "_", "{!", "0x", "1e999", "-9223372036854775809", "null", "true", "$or", "$$", "eq", "gt", ",", "desc", "nulls", "last", "_id", "id", "price", "active", "&", "|", ":*",
    ];

    [Theory]
    [InlineData("package_search", "fq", 500)]
    [InlineData("package_search", "q", 300)]
    [InlineData("package_search", "sort", 150)]
    [InlineData("datastore_search", "filters", 500)]
    [InlineData("datastore_search", "q", 300)]
    [InlineData("datastore_search", "sort", 150)]
    [InlineData("datastore_search", "fields", 100)]
    [InlineData("resource_search", "query", 100)]
    public async Task Whatever_is_asked_there_is_no_fault_of_ours(string action, string argument, int times)
    {
        var chance = new Random(20261128);
        var table = (await catalog.Store.Registry.FindDatasetAsync("places"))!.Resources[0].Id.ToString();
        for (var i = 0; i < times; i++)
        {
            var call = new JObject { [argument] = Value(chance, 0) };
            if (action == "datastore_search")
            {
                call["resource_id"] = table;
                call["plain"] = chance.Next(2) == 0;
                call["distinct"] = chance.Next(4) == 0;
            }

            using var answer = await catalog.Reader.PostAsync(action, call);
            ((int)answer.StatusCode).Should().BeOneOf([200, 400, 404, 409], "{0} is asked: {1}", call, await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Nesting_and_length_have_their_end()
    {
        foreach (var (action, argument, value) in new (string, string, JToken)[]
        {
            ("package_search", "fq", new string('(', 60_000)),
            ("package_search", "fq", string.Join(" OR ", Enumerable.Repeat("name:a", 5_000))),
            ("package_search", "q", string.Join(" OR ", Enumerable.Range(0, 500).Select(i => $"word{i}"))),
            ("package_search", "q", new string('a', 100_000)),
            ("package_search", "fq", string.Concat(Enumerable.Repeat("NOT ", 10_000)) + "a"),
            ("package_search", "fq", "tags:" + string.Concat(Enumerable.Repeat("*a", 2_000))),
            ("datastore_search", "q", string.Concat(Enumerable.Repeat("!", 10_000)) + "a"),
            ("datastore_search", "sort", string.Join(',', Enumerable.Repeat("id", 20_000))),
            ("datastore_search", "filters", new JObject { ["id"] = new JArray(Enumerable.Range(0, 20_000)) }),
        })
        {
            var call = new JObject { [argument] = value, ["resource_id"] = (await catalog.Store.Registry.FindDatasetAsync("places"))!.Resources[0].Id.ToString(), ["plain"] = false };
            if (action == "package_search")
            {
                call.Remove("resource_id");
                call.Remove("plain");
            }

            using var answer = await catalog.Reader.PostAsync(action, call);
            ((int)answer.StatusCode).Should().BeOneOf([200, 400, 409], "{0} {1}", action, argument);
        }

        using var deep = new StringContent("{\"filters\":" + string.Concat(Enumerable.Repeat("[", 5_000)), Encoding.UTF8, "application/json");
        using var refused = await catalog.Reader.PostAsync(new Uri("/api/3/action/datastore_search", UriKind.Relative), deep);
        ((int)refused.StatusCode).Should().Be(400);
    }

    private static JToken Value(Random chance, int depth) => chance.Next(depth > 2 ? 3 : 6) switch
    {
        0 or 1 => new JValue(string.Concat(Enumerable.Range(0, chance.Next(1, 9)).Select(_ => Scraps[chance.Next(Scraps.Length)] + (chance.Next(3) == 0 ? " " : "")))),
        2 => chance.Next(4) switch { 0 => new JValue(chance.NextInt64()), 1 => new JValue(chance.NextDouble()), 2 => new JValue(chance.Next(2) == 0), _ => JValue.CreateNull() },
        3 => new JArray(Enumerable.Range(0, chance.Next(4)).Select(_ => Value(chance, depth + 1))),
        _ => new JObject(Enumerable.Range(0, chance.Next(4)).Select(_ => Scraps[chance.Next(Scraps.Length)]).Distinct().Select(name => new JProperty(name, Value(chance, depth + 1)))),
    };
}
