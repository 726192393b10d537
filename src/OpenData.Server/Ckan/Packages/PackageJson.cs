using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Server.Ckan.Packages;

/// <summary>A dataset as CKAN's package dictionary, with the Thai items at top level.</summary>
internal static class PackageJson
{
    public static JObject Of(Dataset dataset, OrganizationIndex organizations, string root)
    {
        var form = dataset.Form;
        var owner = organizations.Of(dataset.Organization);
        var json = new JObject
        {
            ["id"] = dataset.Id.ToString(),
            ["name"] = dataset.Name,
            ["title"] = form.Title.In(Language.Thai),
            ["version"] = dataset.Version.ToString(CultureInfo.InvariantCulture),
            ["url"] = form.Url ?? "",
            ["author"] = OrganizationJson.Title(owner),
            ["author_email"] = null,
            ["maintainer"] = form.Maintainer.In(Language.Thai),
            ["maintainer_email"] = form.MaintainerEmail == "unknown" ? "" : form.MaintainerEmail ?? "",
            ["notes"] = form.Notes.In(Language.Thai),
            ["license_id"] = Licenses.Id(form.License) ?? "",
            ["license_title"] = Licenses.Id(form.License) ?? "",
        };
        if (Licenses.Address(form.License) is { } license)
        {
            json["license_url"] = license;
        }

        AddState(json, dataset);
        json["owner_org"] = CkanIds.Organization(dataset.Organization);
        json["organization"] = OrganizationJson.Owner(owner, organizations);
        json["creator_user_id"] = null;
        json["metadata_created"] = CkanTime.Write(dataset.Created);
        json["metadata_modified"] = CkanTime.Write(dataset.Modified);
        AddLists(json, dataset, organizations, root);
        ThaiFields.Add(json, form);
        return json;
    }

    private static void AddState(JObject json, Dataset dataset)
    {
        json["isopen"] = Licenses.IsOpen(dataset.Form.License);
        json["type"] = "dataset";
        json["state"] = StateOf(dataset.State);
        json["private"] = dataset.State != DatasetState.Published;
    }

    private static void AddLists(JObject json, Dataset dataset, OrganizationIndex organizations, string root)
    {
        var tags = dataset.Form.Tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        json["num_resources"] = dataset.Resources.Count;
        json["num_tags"] = tags.Count;
        json["tags"] = new JArray(tags.Select(Tag));
        json["groups"] = new JArray(organizations.GroupsOf(dataset.Organization).Select(OrganizationJson.Membership));
        json["resources"] = new JArray(dataset.Resources.Select(r => ResourceJson.Of(dataset, r, root)));
        json["extras"] = new JArray();
        json["relationships_as_subject"] = new JArray();
        json["relationships_as_object"] = new JArray();
    }

    /// <summary>CKAN's word for where a dataset stands.</summary>
    public static string StateOf(DatasetState state) => state switch
    {
        DatasetState.Published => "active",
        DatasetState.Withdrawn => "deleted",
        _ => "draft",
    };

    public static JObject Tag(string name) => new()
    {
        ["id"] = CkanIds.Tag(name),
        ["name"] = name,
        ["display_name"] = name,
        ["state"] = "active",
        ["vocabulary_id"] = null,
    };
}
