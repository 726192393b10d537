using OpenData.Registry;
using OpenData.Server.Ckan.Packages;
using OpenData.Store.Search;

namespace OpenData.Server.Ckan.Search;

/// <summary>A dataset as a query looks at it: its fields by CKAN's names, with the values that CKAN's clients know.</summary>
/// <param name="Found">What is known of each dataset.</param>
/// <param name="Facts">The rest of its fields, where a query asks for one of them.</param>
/// <param name="Rank">How well it fits the words; greater is better.</param>
internal sealed record SearchedPackage(FoundDataset Found, PackageFacts? Facts, int Rank)
{
    /// <summary>Fields that are texts: a query finds words in them, whatever their case.</summary>
    private static readonly string[] TextFields = ["title", "notes", "text", "author", "maintainer", "res_name", "res_description", "res_url", "url"];

    /// <summary>Fields that the search itself knows; for others the datasets are read.</summary>
    private static readonly string[] Known =
    [
        "id", "name", "organization", "owner_org", "groups", "tags", "license_id", "title", "title_string", "metadata_modified", "metadata_created", "state", "capacity",
        "private", "type", "dataset_type", "entity_type", "data_type", "data_category", "score", "index_id", "site_id", "num_tags",
    ];

    public static bool IsText(string field) => TextFields.Contains(field);

    public static bool IsTime(string field) => field is "metadata_modified" or "metadata_created";

    /// <summary>True where a dataset must be read to tell a field of it.</summary>
    public static bool NeedsFacts(string field) => !Known.Contains(field);

    /// <summary>The values of a field; none of a field that nothing has, as in CKAN, whose index takes any name.</summary>
    public IEnumerable<string> Values(string field, OrganizationIndex organizations) => field switch
    {
        "id" or "index_id" => [Found.Id.ToString()],
        "name" => [Found.Name],
        "organization" => [Found.Organization],
        "owner_org" => [CkanIds.Organization(Found.Organization), Found.Organization],
        "groups" => organizations.GroupsOf(Found.Organization).Select(g => g.Name),
        "tags" => Found.Tags.Distinct(StringComparer.Ordinal),
        "num_tags" => [Found.Tags.Distinct(StringComparer.Ordinal).Count().ToString(System.Globalization.CultureInfo.InvariantCulture)],
        "license_id" => Licenses.Id(Found.License) is { } license ? [license] : [],
        "title" => [Found.Title.Th ?? "", Found.Title.En ?? ""],
        "title_string" => [Found.Title.In(OpenData.Schemas.Language.Thai)],
        "metadata_modified" => [CkanTime.Write(Found.Modified)],
        "metadata_created" => [CkanTime.Write(Found.Created)],
        "state" => [PackageJson.StateOf(Found.State)],
        "capacity" => [Found.IsPublic ? "public" : "private"],
        "private" => [Found.IsPublic ? "false" : "true"],
        "type" or "dataset_type" => ["dataset"],
        "entity_type" => ["package"],
        "site_id" => ["default"],
        "data_type" => Label("data_type", Found.Type),
        "data_category" => Label("data_category", Found.Category),
        _ => Facts?.Values(field) ?? [],
    };

    /// <summary>The time of a field that is one.</summary>
    public DateTime Time(string field) => CkanTime.Of(field == "metadata_created" ? Found.Created : Found.Modified);

    private static IEnumerable<string> Label(string list, string? code) => code is null ? [] : [CodeLists.Label(list, code)?.Th ?? code];
}
