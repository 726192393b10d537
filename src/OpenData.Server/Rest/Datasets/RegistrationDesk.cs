using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;
using OpenData.Store;

namespace OpenData.Server.Rest.Datasets;

/// <summary>Registers forms and dictionaries, whichever interface they came by, as far as the caller may.</summary>
internal sealed class RegistrationDesk(IDataStore store, Catalog catalog, ReviewDesk reviews)
{
    /// <summary>Registers a form, or replaces it; or the refusal.</summary>
    /// <param name="form">Form 1.</param>
    /// <param name="known">The dataset as the caller has seen it; null where it must not be there yet.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<(Dataset? Saved, Problem? Refusal)> SaveAsync(DatasetForm form, Dataset? known, CancellationToken cancellation)
    {
        if (Forbidden(form, known) is { } forbidden)
        {
            return (null, forbidden);
        }

        if (!await KnowsOwnerAsync(form, cancellation))
        {
            return (null, DatasetTexts.UnknownOwner(form.OwnerOrg));
        }

        var saved = known is null || catalog.Caller.Actor!.IsDirect
            ? await catalog.CallersStore.Registry.SaveDatasetAsync(form, ResourceDraft.Of(form), known?.Version ?? 0, cancellation)
            : await catalog.CallersStore.Reviews.ChangeAsync(reviews.WorkflowOf(known).Edit(form), cancellation);
        return saved is null
            ? (null, known is null ? DatasetTexts.AlreadyExists(form.Name) : DatasetTexts.Changed(form.Name))
            : (saved, null);
    }

    /// <summary>Gives a resource its dictionary; the refusal where there is no such resource, or the caller may not.</summary>
    /// <param name="name">The dataset.</param>
    /// <param name="key">The resource.</param>
    /// <param name="dictionary">Form 2.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="revision">The revision that the caller has seen, or null where they do not say.</param>
    public async Task<Problem?> SetDictionaryAsync(string name, string key, DataDictionary dictionary, CancellationToken cancellation, int? revision = null)
    {
        var (dataset, refusal) = await reviews.FindAsync(name, DatasetAction.Edit, revision, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        if (dataset!.Resource(key) is not { } resource)
        {
            return CatalogTexts.UnknownResource(dataset, key);
        }

        if (resource.Dictionary?.Sha256 == dictionary.Sha256)
        {
            return null;
        }

        if (catalog.Caller.Actor!.IsDirect)
        {
            await catalog.CallersStore.Registry.SaveDictionaryAsync(resource.Id, dictionary, cancellation);
            return null;
        }

        return await catalog.CallersStore.Reviews.ChangeAsync(reviews.WorkflowOf(dataset).Describe(resource.Id, dictionary), cancellation) is null ? DatasetTexts.Changed(name) : null;
    }

    /// <summary>Who edits may do so with the dataset as it is, and at the organization that will own it.</summary>
    private Problem? Forbidden(DatasetForm form, Dataset? known)
    {
        if (known is not null && reviews.Judge(known, DatasetAction.Edit) is { } refusal)
        {
            return refusal;
        }

        return Permissions.Of(catalog.Caller.RolesAt(form.OwnerOrg), DatasetAction.Edit, DatasetState.Draft) == Permit.Allowed
            ? null
            : ReviewTexts.Forbidden(DatasetAction.Edit, form.OwnerOrg);
    }

    /// <summary>An owner given in full is registered along by an admin; others name one that is there, and none is a draft's right.</summary>
    private async Task<bool> KnowsOwnerAsync(DatasetForm form, CancellationToken cancellation)
    {
        if (catalog.Caller.IsAdmin && form.Json["owner_org"] is JObject owner)
        {
            var title = new DatasetForm(owner).Text("title");
            await catalog.CallersStore.Registry.SaveOrganizationAsync(new Organization(form.OwnerOrg, title, (string?)owner["parent"]), cancellation);
            return true;
        }

        return form.OwnerOrg.Length == 0 || await store.Registry.FindOrganizationAsync(form.OwnerOrg, cancellation) is not null;
    }
}
