using Newtonsoft.Json.Linq;
using OpenData.Server.Ckan.Packages;

namespace OpenData.Server.Ckan.Actions;

/// <summary>The actions that show and search resources.</summary>
internal static class ResourceActions
{
    /// <summary>What a search may look at: the keys of a resource that are texts, and any item of the form.</summary>
    private static readonly string[] Known = ["id", "package_id", "name", "description", "format", "url", "hash", "mimetype", "created", "last_modified", "metadata_modified", "state", "url_type", "resource_type", "size", "position"];

    public static async Task<CkanOutcome> ShowAsync(CkanCall call)
    {
        var id = call.Arguments.Required("id");
        if (call.Arguments.HasFaults)
        {
            return call.Arguments.Refusal;
        }

        if (await call.Packages.FindResourceAsync(id, call.Cancellation) is not var (dataset, resource))
        {
            return CkanOutcome.NotFound();
        }

        call.Uses(dataset, resource);
        return CkanOutcome.Ok(ResourceJson.Of(dataset, resource, call.Root));
    }

    /// <summary><c>resource_view_list</c>: our pages draw their own tables, so that no resource has a view of CKAN's.</summary>
    public static async Task<CkanOutcome> ViewsAsync(CkanCall call)
    {
        var id = call.Arguments.Required("id");
        if (call.Arguments.HasFaults)
        {
            return call.Arguments.Refusal;
        }

        return await call.Packages.FindResourceAsync(id, call.Cancellation) is null ? CkanOutcome.NotFound() : CkanOutcome.Ok(new JArray());
    }

    /// <summary><c>resource_search</c>: resources whose fields contain terms, whatever their case; all of the terms.</summary>
    public static async Task<CkanOutcome> SearchAsync(CkanCall call)
    {
        var terms = Terms(call.Arguments);
        var limit = call.Arguments.Natural("limit", CkanLimits.MostRows, CkanLimits.MostRows);
        var offset = call.Arguments.Natural("offset", 0);
        var order = call.Arguments.Text("order_by");
        if (call.Arguments.HasFaults)
        {
            return call.Arguments.Refusal;
        }

        var found = await call.Packages.ListAsync(unpublished: false, call.Cancellation);
        var facts = await call.Service<PackageFactsCache>().FindAsync(found, call.Packages, call.Cancellation);
        var resources = facts.OfType<PackageFacts>().SelectMany(f => f.Resources).Where(r => terms.All(t => Fits(r, t.Field, t.Value)));
        var ordered = order is not null && Known.Contains(order) ? resources.OrderBy(r => Text(r[order]), StringComparer.Ordinal) : resources;
        var all = ordered.ToList();
        return CkanOutcome.Ok(new JObject { ["count"] = all.Count, ["results"] = new JArray(all.Skip(offset).Take(limit).Select(r => Absolute(r, call.Root))) });
    }

    private static List<(string Field, string Value)> Terms(Arguments arguments)
    {
        var given = arguments["query"] switch
        {
            null => null,
            JArray several => several.OfType<JValue>().Select(Arguments.Text).ToList(),
            JValue one => [Arguments.Text(one)],
            _ => [],
        };
        if (given is null)
        {
            arguments.Fault("query", "Missing value");
            return [];
        }

        if (given.Count == 0 || given.Exists(t => !t.Contains(':', StringComparison.Ordinal)))
        {
            arguments.Fault("query", "Must be <field>:<value> pair(s)");
            return [];
        }

        var terms = given.Take(CkanLimits.Words).Select(t => (Field: t[..t.IndexOf(':', StringComparison.Ordinal)].Trim(), Value: t[(t.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())).ToList();
        foreach (var (field, _) in terms.Where(t => !Known.Contains(t.Field) && !t.Field.StartsWith("resource_", StringComparison.Ordinal)))
        {
            arguments.Fault("query", $"Field \"{field}\" not recognised in resource_search.");
        }

        return terms;
    }

    /// <summary>As CKAN compares: a hash by its beginning, numbers as they are, texts by a part of them.</summary>
    private static bool Fits(JObject resource, string field, string value) => resource[field] switch
    {
        JValue { Value: string text } when field == "hash" => text.StartsWith(value, StringComparison.OrdinalIgnoreCase),
        JValue { Value: string text } => text.Contains(value, StringComparison.OrdinalIgnoreCase),
        JArray several => several.Any(v => Text(v).Contains(value, StringComparison.OrdinalIgnoreCase)),
        JValue { Value: not null } other => Arguments.Text(other) == value,
        _ => false,
    };

    private static string Text(JToken? value) => value is JValue one ? Arguments.Text(one) : "";

    /// <summary>The facts hold addresses from the root on: whose root depends on who asks.</summary>
    private static JObject Absolute(JObject resource, string root)
    {
        var json = (JObject)resource.DeepClone();
        if (json["url"] is JValue { Value: string { Length: > 0 } url } && url[0] == '/')
        {
            json["url"] = root + url;
        }

        return json;
    }
}
