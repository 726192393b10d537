using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Server.Rest.Datasets;

namespace OpenData.Server.Rest.Releases;

/// <summary>A release with the addresses that are its own for ever.</summary>
internal static class ReleaseJson
{
    public static string Address(string dataset, string key, int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/api/v1/datasets/{dataset}/resources/{key}/releases/{number}");

    public static JObject Of(Release release, string dataset, string key)
    {
        var address = Address(dataset, key, release.Number);
        var json = DatasetJson.Of(release);
        json["links"] = new JObject
        {
            ["self"] = address,
            ["rows"] = address + "/rows",
            ["report"] = address + "/report",
            ["file"] = address + "/file",
            ["compare"] = release.Number > 1 ? $"{Address(dataset, key, release.Number - 1)}/compare/{release.Number}" : null,
        };
        return json;
    }
}
