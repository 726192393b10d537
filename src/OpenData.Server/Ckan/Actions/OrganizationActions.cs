using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Server.Ckan.Packages;
using OpenData.Store;

namespace OpenData.Server.Ckan.Actions;

/// <summary>The actions that list and show organizations, and the groups that agencies with units are.</summary>
internal static class OrganizationActions
{
    private static readonly string[] SortFields = ["name", "title", "package_count", "packages"];

    public static Task<CkanOutcome> ListAsync(CkanCall call) => ListAsync(call, asGroup: false);

    public static Task<CkanOutcome> ListGroupsAsync(CkanCall call) => ListAsync(call, asGroup: true);

    public static Task<CkanOutcome> ShowAsync(CkanCall call) => ShowAsync(call, asGroup: false);

    public static Task<CkanOutcome> ShowGroupAsync(CkanCall call) => ShowAsync(call, asGroup: true);

    private static async Task<CkanOutcome> ListAsync(CkanCall call, bool asGroup)
    {
        var arguments = call.Arguments;
        var whole = arguments.Truth("all_fields", false);
        var most = whole ? CkanLimits.MostFullOrganizations : CkanLimits.MostOrganizations;
        var limit = arguments.Natural("limit", most, most);
        var offset = arguments.Natural("offset", 0);
        var names = arguments.Texts(asGroup ? "groups" : "organizations") ?? arguments.Texts("groups");
        var query = arguments.Text("q")?.Trim() ?? "";
        var sort = Sort(arguments);
        if (arguments.HasFaults)
        {
            return arguments.Refusal;
        }

        var index = await call.Packages.OrganizationsAsync(call.Cancellation);
        var listed = (asGroup ? index.Groups : index.Organizations)
            .Where(o => names is not { Count: > 0 } || names.Contains(o.Name))
            .Where(o => o.Name.Contains(query, StringComparison.OrdinalIgnoreCase) || OrganizationJson.Title(o).Contains(query, StringComparison.OrdinalIgnoreCase));
        var page = Order(listed, sort, index, asGroup).Skip(offset).Take(limit == 0 ? most : limit);
        return CkanOutcome.Ok(whole ? new JArray(page.Select(o => Full(call, o, index, asGroup, otherwise: false))) : new JArray(page.Select(o => o.Name)));
    }

    private static async Task<CkanOutcome> ShowAsync(CkanCall call, bool asGroup)
    {
        var id = call.Arguments.Required("id");
        if (call.Arguments.HasFaults)
        {
            return call.Arguments.Refusal;
        }

        var index = await call.Packages.OrganizationsAsync(call.Cancellation);
        if (index.Find(id, asGroup) is not { } organization)
        {
            return CkanOutcome.NotFound();
        }

        var json = Full(call, organization, index, asGroup, otherwise: true);
        json["tags"] = new JArray();
        if (call.Arguments.Truth("include_datasets", false))
        {
            json["packages"] = await PackagesAsync(call, organization, index, asGroup);
        }

        return CkanOutcome.Ok(json);
    }

    private static JObject Full(CkanCall call, Organization organization, OrganizationIndex index, bool asGroup, bool otherwise)
    {
        var json = OrganizationJson.Full(
            organization,
            index,
            asGroup,
            call.Arguments.Truth("include_extras", otherwise),
            call.Arguments.Truth("include_users", otherwise),
            call.Arguments.Truth("include_groups", otherwise));
        if (!call.Arguments.Truth("include_dataset_count", true))
        {
            json.Remove("package_count");
        }

        return json;
    }

    /// <summary>The newest datasets of an organization, as many as CKAN shows with it.</summary>
    private static async Task<JArray> PackagesAsync(CkanCall call, Organization organization, OrganizationIndex index, bool asGroup)
    {
        var found = (await call.Packages.ListAsync(unpublished: false, call.Cancellation))
            .Where(d => asGroup ? index.GroupsOf(d.Organization).Any(g => g.Name == organization.Name) : d.Organization == organization.Name)
            .OrderByDescending(d => d.Modified).Take(CkanLimits.OrganizationPackages);
        var datasets = await call.Packages.ReadAsync([.. found.Select(d => d.Name)], call.Cancellation);
        return new JArray(datasets.Select(d => PackageJson.Of(d, index, call.Root)));
    }

    /// <summary>The field and the way; the number of datasets is from the greatest where no way is said.</summary>
    private static (string Field, bool Descending) Sort(Arguments arguments)
    {
        var text = arguments.Text("sort") is { Length: > 0 } sort ? sort : arguments.Text("order_by") is { Length: > 0 } order ? order : "title asc";
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ([_] or [_, "asc" or "desc"]) || !SortFields.Contains(parts[0]))
        {
            arguments.Fault("sort", $"Cannot sort by field `{text}`; it may be {string.Join(", ", SortFields)}, with asc or desc");
            return ("title", false);
        }

        var field = parts[0] == "packages" ? "package_count" : parts[0];
        return (field, parts is [_, var way] ? way == "desc" : field == "package_count");
    }

    private static IEnumerable<Organization> Order(IEnumerable<Organization> listed, (string Field, bool Descending) sort, OrganizationIndex index, bool asGroup)
    {
        Func<Organization, string> key = sort.Field == "name" ? o => o.Name : OrganizationJson.Title;
        IComparer<string> order = sort.Field == "name" ? StringComparer.Ordinal : TextOrder.Comparer;
        var ordered = sort.Field == "package_count"
            ? listed.OrderBy(o => sort.Descending ? -index.Count(o, asGroup) : index.Count(o, asGroup))
            : sort.Descending
                ? listed.OrderByDescending(key, order)
                : listed.OrderBy(key, order);
        return ordered.ThenBy(o => o.Name, StringComparer.Ordinal);
    }
}
