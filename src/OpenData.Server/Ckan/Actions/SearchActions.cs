using Newtonsoft.Json.Linq;
using OpenData.Server.Ckan.Packages;
using OpenData.Server.Ckan.Search;

namespace OpenData.Server.Ckan.Actions;

/// <summary><c>package_search</c>: the action that every harvester and client pages by.</summary>
internal static class SearchActions
{
    /// <summary>Parameters that CKAN hands on to Solr; those that only change a rank change nothing here.</summary>
    private static readonly string[] Known =
    [
        "q", "fq", "fq_list", "sort", "rows", "start", "facet", "facet.mincount", "facet.limit", "facet.field", "include_private", "include_drafts", "include_deleted",
        "use_default_schema", "fl", "defType", "qf", "mm", "wt", "bf", "boost", "tie", "df", "q.op", "extras", "with_capacity",
    ];

    public static async Task<CkanOutcome> SearchAsync(CkanCall call)
    {
        var arguments = call.Arguments;
        var unknown = arguments.Names.Where(n => !Known.Contains(n) && !n.StartsWith("ext_", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            return CkanOutcome.InvalidSearch($"Invalid search parameters: [{string.Join(", ", unknown.Select(CkanOutcome.Quoted))}]");
        }

        var sort = arguments.Text("sort") is { Length: > 0 } asked ? asked : PackageOrder.Default;
        var rows = arguments.Natural("rows", CkanLimits.DefaultRows, CkanLimits.MostRows);
        var start = arguments.Natural("start", 0);
        var (queries, fault) = Queries(arguments);
        var facets = Facets(arguments);
        if (arguments.HasFaults)
        {
            return arguments.Refusal;
        }

        if (PackageOrder.Read(sort) is not { } order)
        {
            return CkanOutcome.InvalidSearch("Invalid \"sort\" parameter");
        }

        if (fault is not null)
        {
            return CkanOutcome.FailedSearch(fault);
        }

        if (queries.Sum(q => q.Words.Distinct(StringComparer.Ordinal).Count()) > CkanLimits.Words)
        {
            return CkanOutcome.FailedSearch($"too many words; at most {CkanLimits.Words} are looked for at once");
        }

        var search = new PackageSearch(call, call.Service<PackageFactsCache>(), call.Service<ServerOptions>().Clock);
        var found = Narrow(await search.FindAsync(queries[0], [.. queries.Skip(1)], [.. order.Fields, .. facets.Fields], Asks(arguments)), arguments);
        var page = order.Sort(found).Skip(start).Take(rows);
        var answer = new JObject { ["count"] = found.Packages.Count, ["facets"] = new JObject(), ["results"] = await ResultsAsync(call, search, page, found), ["sort"] = sort };
        AddFacets(answer, found, facets);
        return CkanOutcome.Ok(answer);
    }

    /// <summary>The query first, then the filters.</summary>
    private static (IReadOnlyList<SolrQuery> Queries, string? Fault) Queries(Arguments arguments)
    {
        List<string?> texts = [arguments.Text("q"), .. Several(arguments, "fq"), .. Several(arguments, "fq_list")];
        var queries = new List<SolrQuery>();
        foreach (var text in texts)
        {
            var (query, fault) = SolrParser.Read(text);
            if (query is null)
            {
                return ([], fault);
            }

            queries.Add(query);
        }

        return (queries, null);
    }

    private static IEnumerable<string?> Several(Arguments arguments, string name) => arguments[name] switch
    {
        null => [],
        JArray several => several.Select(v => v is JValue value ? Arguments.Text(value) : v.ToString()),
        _ => [arguments.Text(name) ?? ""],
    };

    private static (IReadOnlyList<string> Fields, int Least, int Most) Facets(Arguments arguments)
    {
        if (!arguments.Truth("facet", true))
        {
            return ([], 0, 0);
        }

        var given = arguments["facet.field"] is JValue { Value: string text } && text.TrimStart().StartsWith('[') ? arguments.Document("facet.field") : arguments["facet.field"];
        var fields = given switch
        {
            JArray several => several.OfType<JValue>().Select(Arguments.Text),
            JValue one => [Arguments.Text(one)],
            _ => Enumerable.Empty<string>(),
        };
        var limit = arguments["facet.limit"] is JValue value && Arguments.Text(value).StartsWith('-') ? -1 : arguments.Natural("facet.limit", CkanLimits.FacetValues);
        return ([.. fields.Where(f => f.Length > 0).Distinct(StringComparer.Ordinal).Take(CkanLimits.Words)], Math.Max(1, arguments.Natural("facet.mincount", 1)), limit);
    }

    private static bool Asks(Arguments arguments) =>
        arguments.Truth("include_private", false) || arguments.Truth("include_drafts", false) || arguments.Truth("include_deleted", false);

    /// <summary>Withdrawn datasets only where they are asked for, drafts not for who asks for withdrawn ones alone.</summary>
    private static PackageSearch.Found Narrow(PackageSearch.Found found, Arguments arguments)
    {
        var deleted = arguments.Truth("include_deleted", false);
        var drafts = arguments.Truth("include_private", false) || arguments.Truth("include_drafts", false);
        return found with
        {
            Packages = [.. found.Packages.Where(p => PackageJson.StateOf(p.Found.State) switch { "active" => true, "deleted" => deleted, _ => drafts })],
        };
    }

    /// <summary>Whole packages, or the fields that <c>fl</c> names.</summary>
    private static async Task<JArray> ResultsAsync(CkanCall call, PackageSearch search, IEnumerable<SearchedPackage> page, PackageSearch.Found found)
    {
        var packages = await search.ReadAsync(page, found.Organizations);
        if (call.Arguments.Texts("fl") is not { Count: > 0 } wanted || wanted.Contains("*"))
        {
            return packages;
        }

        return new JArray(packages.Cast<JObject>().Select(p => new JObject(p.Properties().Where(f => wanted.Contains(f.Name)))));
    }

    private static void AddFacets(JObject answer, PackageSearch.Found found, (IReadOnlyList<string> Fields, int Least, int Most) facets)
    {
        var restructured = new JObject();
        foreach (var field in facets.Fields)
        {
            var values = PackageSearch.Count(found, field, facets.Least, facets.Most);
            answer["facets"]![field] = new JObject(values.Select(v => new JProperty(v.Key, v.Value)));
            var items = values.Select(v => (v.Key, Shown: field is "organization" or "groups" ? OrganizationJson.Title(found.Organizations.Of(v.Key)) : v.Key, v.Value));
            restructured[field] = new JObject
            {
                ["title"] = field,
                ["items"] = new JArray(items.OrderByDescending(i => i.Shown, StringComparer.Ordinal).Select(i => new JObject { ["name"] = i.Key, ["display_name"] = i.Shown, ["count"] = i.Value })),
            };
        }

        answer["search_facets"] = restructured;
    }
}
