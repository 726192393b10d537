using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Files;

namespace OpenData.Server.Ckan.Packages;

/// <summary>A resource as CKAN's dictionary: the file as it came, and whether its rows are in the DataStore.</summary>
internal static class ResourceJson
{
    public static JObject Of(Dataset dataset, Resource resource, string root)
    {
        var form = dataset.Form.ResourceForm(resource.Key);
        var release = dataset.State == DatasetState.Withdrawn ? null : resource.Current;
        var json = new JObject
        {
            ["id"] = resource.Id.ToString(),
            ["package_id"] = dataset.Id.ToString(),
            ["position"] = Position(dataset, resource),
            ["name"] = resource.Name.IsEmpty ? resource.Key : resource.Name.In(Language.Thai),
            ["description"] = form?.Description.In(Language.Thai) ?? "",
            ["format"] = Format(form, release),
            ["url"] = release is null ? form?.Url ?? "" : $"{root}/api/v1/datasets/{dataset.Name}/resources/{resource.Key}/file",
            ["url_type"] = null,
            ["resource_type"] = null,
            ["mimetype"] = release is null ? null : FileRoutes.MediaType(release.FileName),
            ["mimetype_inner"] = null,
            ["size"] = release?.Bytes,
            ["hash"] = release?.Sha256 ?? "",
            ["created"] = CkanTime.Write(dataset.Created),
            ["last_modified"] = release is null ? null : CkanTime.Write(release.Published),
            ["metadata_modified"] = CkanTime.Write(dataset.Modified),
            ["cache_url"] = null,
            ["cache_last_updated"] = null,
            ["state"] = "active",
            ["datastore_active"] = release is not null,
        };
        if (form is not null)
        {
            ThaiFields.Add(json, form);
        }

        return json;
    }

    private static int Position(Dataset dataset, Resource resource)
    {
        for (var i = 0; i < dataset.Resources.Count; i++)
        {
            if (dataset.Resources[i].Id == resource.Id)
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>The format of the file that is there; where there is none, what the form says.</summary>
    private static string Format(ResourceForm? form, Release? release) =>
        release is not null && Path.GetExtension(release.FileName) is { Length: > 1 } extension ? extension[1..].ToUpperInvariant() : form?.Format ?? "";
}
