using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Server.Rest.Datasets;

/// <summary>Datasets, resources, releases and organizations as the JSON of the public interface.</summary>
internal static class DatasetJson
{
    /// <summary>Keys of Form 1's resources that name files of the folder they came from, which nobody else has.</summary>
    private static readonly string[] LocalKeys = ["file", "dictionary"];

    /// <summary>Form 1's keys at top level, and what the catalog adds.</summary>
    public static JObject Of(Dataset dataset)
    {
        var json = new JObject
        {
            ["id"] = dataset.Id.ToString(),
            ["name"] = dataset.Name,
            ["organization"] = dataset.Organization,
            ["state"] = dataset.State.ToString().ToLowerInvariant(),
            ["version"] = dataset.Version,
            ["created"] = Time(dataset.Created),
            ["modified"] = Time(dataset.Modified),
        };
        foreach (var item in dataset.Form.Json.Properties().Where(p => p.Name is not ("$schema" or "resources") && !json.ContainsKey(p.Name)))
        {
            json[item.Name] = item.Value.DeepClone();
        }

        if (dataset.Revision != dataset.Version || dataset.Pending is not null)
        {
            json["revision"] = dataset.Revision;
        }

        if (dataset.Pending is { } pending)
        {
            json["pending"] = new JObject { ["state"] = pending.State.ToString().ToLowerInvariant(), ["form"] = pending.Form.Json.DeepClone() };
        }

        json["resources"] = new JArray(dataset.Resources.Select(r => Of(dataset, r)));
        return json;
    }

    public static JObject Of(Release release) => new()
    {
        ["number"] = release.Number,
        ["published"] = Time(release.Published),
        ["sha256"] = release.Sha256,
        ["fileName"] = release.FileName,
        ["bytes"] = release.Bytes,
        ["rows"] = release.Rows,
        ["columns"] = release.Dictionary.Columns.Count,
        ["dictionarySha256"] = release.Dictionary.Sha256,
        ["counts"] = new JObject { ["error"] = release.Counts.Error, ["warning"] = release.Counts.Warning, ["info"] = release.Counts.Info },
        ["notes"] = release.Notes,
        ["repeats"] = release.Repeats,
        ["verdict"] = release.Complies ? "complies" : "does-not-comply",
    };

    public static JObject Of(Organization organization, long datasets) => new()
    {
        ["name"] = organization.Name,
        ["title"] = Text(organization.Title),
        ["parent"] = organization.Parent,
        ["datasets"] = datasets,
    };

    private static JObject Of(Dataset dataset, Resource resource)
    {
        var address = $"/api/v1/datasets/{dataset.Name}/resources/{resource.Key}";
        var json = new JObject
        {
            ["id"] = resource.Id.ToString(),
            ["key"] = resource.Key,
            ["name"] = Text(resource.Name),
        };
        foreach (var item in FormOf(dataset, resource).Where(p => !LocalKeys.Contains(p.Name) && !json.ContainsKey(p.Name)))
        {
            json[item.Name] = item.Value.DeepClone();
        }

        json["columns"] = Catalog.DictionaryOf(resource) is { } dictionary ? new JArray(dictionary.Columns.Select(Of)) : new JArray();
        json["rows"] = resource.Current?.Rows;
        json["release"] = resource.Current is { } release ? Of(release) : JValue.CreateNull();
        if (resource.Staged is { } staged)
        {
            json["staged"] = Of(staged);
        }

        if (resource.Exceptions.Count > 0)
        {
            json["exceptions"] = new JArray(resource.Exceptions.Select(e => new JObject { ["rule"] = e.Rule, ["reason"] = e.Reason, ["by"] = e.ActorName, ["time"] = Time(e.Time) }));
        }

        json["links"] = new JObject
        {
            ["rows"] = $"/api/v1/data/{dataset.Name}/{resource.Key}",
            ["dictionary"] = address + "/dictionary",
            ["report"] = address + "/report",
            ["releases"] = address + "/releases",
            ["file"] = address + "/file",
        };
        return json;
    }

    private static IEnumerable<JProperty> FormOf(Dataset dataset, Resource resource) =>
        (dataset.Form.Json["resources"] as JArray)?.OfType<JObject>().FirstOrDefault(r => (string?)r["key"] == resource.Key)?.Properties() ?? [];

    private static JObject Of(DictionaryColumn column) => new()
    {
        ["name"] = column.Name,
        ["header"] = column.Header,
        ["type"] = column.Type.ToString().ToLowerInvariant(),
        ["label"] = Text(column.Label),
    };

    private static JToken Text(LocalText text) =>
        text.IsEmpty ? JValue.CreateNull() : new JObject { ["th"] = text.Th, ["en"] = text.En };

    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
