using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.Datasets;

/// <summary>Registers forms and dictionaries, whichever interface they came by; the caller has been let through.</summary>
internal sealed class RegistrationDesk(IDataStore store, Catalog catalog)
{
    /// <summary>Registers a form, or replaces it; or the refusal.</summary>
    /// <param name="form">Form 1.</param>
    /// <param name="expectedVersion">The version the caller has seen; 0 where the dataset must not be there yet.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<(Dataset? Saved, Problem? Refusal)> SaveAsync(DatasetForm form, int expectedVersion, CancellationToken cancellation)
    {
        if (!await KnowsOwnerAsync(form, cancellation))
        {
            return (null, DatasetTexts.UnknownOwner(form.OwnerOrg));
        }

        var saved = await store.Registry.SaveDatasetAsync(form, Resources(form), expectedVersion, cancellation);
        return saved is null
            ? (null, expectedVersion == 0 ? DatasetTexts.AlreadyExists(form.Name) : DatasetTexts.Changed(form.Name))
            : (saved, null);
    }

    /// <summary>Gives a resource its dictionary; the refusal where there is no such resource.</summary>
    public async Task<Problem?> SetDictionaryAsync(string name, string key, DataDictionary dictionary, CancellationToken cancellation)
    {
        var (_, resource, missing) = await catalog.FindAsync(name, key, cancellation);
        if (missing is null)
        {
            await store.Registry.SaveDictionaryAsync(resource!.Id, dictionary, cancellation);
        }

        return missing;
    }

    /// <summary>An owner given in full is registered along; one given by its short name must be there, and none is a draft's right.</summary>
    private async Task<bool> KnowsOwnerAsync(DatasetForm form, CancellationToken cancellation)
    {
        if (form.Json["owner_org"] is JObject owner)
        {
            var title = new DatasetForm(owner).Text("title");
            await store.Registry.SaveOrganizationAsync(new Organization(form.OwnerOrg, title, (string?)owner["parent"]), cancellation);
            return true;
        }

        return form.OwnerOrg.Length == 0 || await store.Registry.FindOrganizationAsync(form.OwnerOrg, cancellation) is not null;
    }

    private static List<ResourceDraft> Resources(DatasetForm form) =>
        [.. (form.Json["resources"] as JArray ?? []).OfType<JObject>().Select(r => new ResourceDraft((string)r["key"]!, new DatasetForm(r).Text("name")))];
}
