using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Server.Ckan.Packages;

/// <summary>Organizations and groups as CKAN's dictionaries.</summary>
internal static class OrganizationJson
{
    /// <summary>As a dataset shows its owner.</summary>
    public static JObject Owner(Organization organization, OrganizationIndex index) => new()
    {
        ["id"] = CkanIds.Organization(organization.Name),
        ["name"] = organization.Name,
        ["title"] = Title(organization),
        ["type"] = "organization",
        ["description"] = "",
        ["image_url"] = "",
        ["created"] = index.Begun(organization) is { } begun ? CkanTime.Write(begun) : null,
        ["is_organization"] = true,
        ["approval_status"] = "approved",
        ["state"] = "active",
    };

    /// <summary>As a dataset shows a group that it is in.</summary>
    public static JObject Membership(Organization group) => new()
    {
        ["id"] = CkanIds.Organization(group.Name),
        ["name"] = group.Name,
        ["title"] = Title(group),
        ["display_name"] = Title(group),
        ["description"] = "",
        ["image_display_url"] = "",
    };

    /// <summary>As the lists and the actions that show one give it.</summary>
    public static JObject Full(Organization organization, OrganizationIndex index, bool asGroup, bool extras, bool users, bool groups)
    {
        var json = Owner(organization, index);
        json["type"] = asGroup ? "group" : "organization";
        json["is_organization"] = !asGroup;
        json["display_name"] = Title(organization);
        json["image_display_url"] = "";
        json["package_count"] = index.Count(organization, asGroup);
        json["num_followers"] = 0;
        if (extras)
        {
            json["extras"] = new JArray();
        }

        if (users)
        {
            // Who works for an agency is nobody else's business.
            json["users"] = new JArray();
        }

        if (groups)
        {
            json["groups"] = organization.Parent is { } parent
                ? new JArray(new JObject { ["id"] = CkanIds.Organization(parent), ["name"] = parent, ["title"] = Title(index.Of(parent)), ["capacity"] = "public" })
                : new JArray();
        }

        return json;
    }

    public static string Title(Organization organization) =>
        organization.Title.IsEmpty ? organization.Name : organization.Title.In(Language.Thai);
}
