using Newtonsoft.Json.Linq;
using OpenData.Schemas;
using OpenData.Server.Ckan.Packages;

namespace OpenData.Server.Ckan.Actions;

/// <summary>The actions that list and show datasets.</summary>
internal static class PackageActions
{
    /// <summary><c>package_list</c>: the names of what is published, in order. Arguments it does not know are passed over, as CKAN does and its clients need.</summary>
    public static async Task<CkanOutcome> ListAsync(CkanCall call)
    {
        var limit = call.Arguments.Natural("limit", 0);
        var offset = call.Arguments.Natural("offset", 0);
        if (call.Arguments.HasFaults)
        {
            return call.Arguments.Refusal;
        }

        var names = (await call.Packages.ListAsync(unpublished: false, call.Cancellation)).Select(d => d.Name).Order(StringComparer.Ordinal).Skip(offset);
        return CkanOutcome.Ok(new JArray(limit == 0 ? names : names.Take(limit)));
    }

    /// <summary><c>current_package_list_with_resources</c>: whole datasets, the one that changed last first.</summary>
    public static async Task<CkanOutcome> ListWholeAsync(CkanCall call)
    {
        var limit = call.Arguments.Natural("limit", CkanLimits.DefaultRows, CkanLimits.MostRows);
        var page = call.Arguments.Natural("page", 1);
        var offset = call.Arguments["offset"] is null && call.Arguments["limit"] is not null ? (long)(Math.Max(1, page) - 1) * limit : call.Arguments.Natural("offset", 0);
        if (call.Arguments.HasFaults)
        {
            return call.Arguments.Refusal;
        }

        var found = (await call.Packages.ListAsync(unpublished: false, call.Cancellation))
            .OrderByDescending(d => d.Modified).ThenBy(d => d.Name, StringComparer.Ordinal).Skip((int)Math.Min(offset, int.MaxValue)).Take(limit);
        var organizations = await call.Packages.OrganizationsAsync(call.Cancellation);
        var datasets = await call.Packages.ReadAsync([.. found.Select(d => d.Name)], call.Cancellation);
        return CkanOutcome.Ok(new JArray(datasets.Select(d => PackageJson.Of(d, organizations, call.Root))));
    }

    /// <summary><c>package_show</c>: one dataset by its id or name.</summary>
    public static async Task<CkanOutcome> ShowAsync(CkanCall call)
    {
        // Older clients send name_or_id, as older versions of CKAN took it.
        var id = call.Arguments["id"] is null && call.Arguments["name_or_id"] is not null ? call.Arguments.Required("name_or_id") : call.Arguments.Required("id");
        if (call.Arguments.HasFaults)
        {
            return call.Arguments.Refusal;
        }

        if (await call.Packages.FindAsync(id, call.Cancellation) is not { } dataset)
        {
            return CkanOutcome.NotFound();
        }

        call.Uses(dataset);
        var package = PackageJson.Of(dataset, await call.Packages.OrganizationsAsync(call.Cancellation), call.Root);
        if (call.Arguments.Truth("include_tracking", false))
        {
            // Visits are counted by our usage reports, not by pages that a browser reports to CKAN.
            package["tracking_summary"] = new JObject { ["total"] = 0, ["recent"] = 0 };
        }

        return CkanOutcome.Ok(package);
    }

    /// <summary><c>package_autocomplete</c>: names and titles that contain a text.</summary>
    public static async Task<CkanOutcome> CompleteAsync(CkanCall call)
    {
        var text = call.Arguments.Required("q").Trim();
        var limit = call.Arguments.Natural("limit", CkanLimits.Completions, CkanLimits.MostRows);
        if (call.Arguments.HasFaults)
        {
            return call.Arguments.Refusal;
        }

        var matches = (await call.Packages.ListAsync(unpublished: false, call.Cancellation))
            .Select(d => (d.Name, Title: d.Title.In(Language.Thai), Other: d.Title.En ?? ""))
            .Where(d => Holds(d.Name, text) || Holds(d.Title, text) || Holds(d.Other, text))
            .OrderBy(d => Holds(d.Name, text) ? 0 : 1).ThenBy(d => d.Name, StringComparer.Ordinal).Take(limit);
        return CkanOutcome.Ok(new JArray(matches.Select(d => new JObject
        {
            ["name"] = d.Name,
            ["title"] = d.Title,
            ["match_field"] = Holds(d.Name, text) ? "name" : "title",
            ["match_displayed"] = Holds(d.Name, text) ? d.Name : $"{d.Title} ({d.Name})",
        })));
    }

    /// <summary><c>tag_list</c>: the keywords of what is published.</summary>
    public static async Task<CkanOutcome> TagsAsync(CkanCall call)
    {
        var query = (call.Arguments.Text("query") ?? call.Arguments.Text("q"))?.Trim() ?? "";
        var vocabulary = call.Arguments.Text("vocabulary_id");
        if (call.Arguments.HasFaults)
        {
            return call.Arguments.Refusal;
        }

        if (!string.IsNullOrEmpty(vocabulary))
        {
            return CkanOutcome.NotFound($"could not find vocabulary \"{vocabulary}\"");
        }

        var tags = (await call.Packages.ListAsync(unpublished: false, call.Cancellation)).SelectMany(d => d.Tags).Where(t => Holds(t, query)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return CkanOutcome.Ok(call.Arguments.Truth("all_fields", false)
            ? new JArray(tags.Select(t => new JObject { ["id"] = CkanIds.Tag(t), ["name"] = t, ["display_name"] = t, ["vocabulary_id"] = null }))
            : new JArray(tags));
    }

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
