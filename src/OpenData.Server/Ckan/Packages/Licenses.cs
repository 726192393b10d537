using Newtonsoft.Json.Linq;
using OpenData.Registry;

namespace OpenData.Server.Ckan.Packages;

/// <summary>The licences of Form 1 as CKAN's register lists licences. Thai catalogs exchange them by their Thai string.</summary>
internal static class Licenses
{
    /// <summary>Where a licence can be read; a code that names several has none.</summary>
    private static readonly IReadOnlyDictionary<string, string> Addresses = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["odc"] = "https://opendatacommons.org/licenses/",
        ["cc-by"] = "https://creativecommons.org/licenses/by/4.0/",
        ["cc-by-sa"] = "https://creativecommons.org/licenses/by-sa/4.0/",
        ["cc-by-nc"] = "https://creativecommons.org/licenses/by-nc/4.0/",
        ["cc-by-nc-sa"] = "https://creativecommons.org/licenses/by-nc-sa/4.0/",
        ["cc-by-nc-nd"] = "https://creativecommons.org/licenses/by-nc-nd/4.0/",
        ["cc-by-nd"] = "https://creativecommons.org/licenses/by-nd/4.0/",
        ["gfdl"] = "https://www.gnu.org/copyleft/fdl.html",
    };

    /// <summary>Those that conform to the Open Definition: any use, and at most attribution and share-alike are asked for.</summary>
    private static readonly string[] Open = ["odc", "cc-by", "cc-by-sa", "gfdl"];

    /// <summary>The string that a catalog exchanges for our code.</summary>
    public static string? Id(string? code) => code is null ? null : CodeLists.Label("license_id", code)?.Th ?? code;

    public static string? Address(string? code) => code is null ? null : Addresses.GetValueOrDefault(code);

    public static bool IsOpen(string? code) => code is not null && Open.Contains(code);

    /// <summary>The answer of <c>license_list</c>.</summary>
    public static JArray List() => new(CodeLists.Of("license_id").Select(entry => new JObject
    {
        ["id"] = Id(entry.Code),
        ["title"] = entry.Label.Th,
        ["title_en"] = entry.Label.En,
        ["url"] = Address(entry.Code) ?? "",
        ["status"] = "active",
        ["family"] = "",
        ["maintainer"] = "",
        ["domain_content"] = false,
        ["domain_data"] = IsOpen(entry.Code),
        ["domain_software"] = false,
        ["is_generic"] = Address(entry.Code) is null,
        ["od_conformance"] = IsOpen(entry.Code) ? "approved" : "not reviewed",
        ["osd_conformance"] = "not reviewed",
        ["isopen"] = IsOpen(entry.Code),
    }));
}
