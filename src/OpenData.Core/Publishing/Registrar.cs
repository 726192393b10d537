using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Publishing;

/// <summary>Registers a dataset folder: its organization, its Form 1 and its dictionaries. Publishing its files is the publisher's.</summary>
/// <param name="store">Where the registry is kept.</param>
public sealed class Registrar(IDataStore store)
{
    /// <summary>Registers the folder, or brings what is registered up to it. Registering the same folder twice changes nothing.</summary>
    /// <returns>The dataset as it is registered now.</returns>
    public async Task<Dataset> RegisterAsync(DatasetFolder folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        await RegisterOrganizationAsync(folder.Form, cancellation);
        var dataset = await RegisterFormAsync(folder, cancellation);
        var changed = false;
        foreach (var resource in folder.Resources)
        {
            changed |= await RegisterDictionaryAsync(dataset, resource, cancellation);
        }

        return changed ? await store.Registry.FindDatasetAsync(dataset.Name, cancellation) ?? dataset : dataset;
    }

    private async Task<Dataset> RegisterFormAsync(DatasetFolder folder, CancellationToken cancellation)
    {
        var form = folder.Form;
        if (await store.Registry.FindDatasetAsync(form.Name, cancellation) is { } known
            && JToken.DeepEquals(known.Form.Json, form.Json)
            && folder.Resources.All(r => known.Resource(r.Key) is not null))
        {
            return known;
        }

        var drafts = folder.Resources.Select(r => new ResourceDraft(r.Key, r.Form.Name)).ToArray();
        return await store.Registry.SaveDatasetAsync(form, drafts, expectedVersion: null, cancellation)
            ?? throw new InvalidOperationException($"The registry refused {form.Name}, though no version was expected of it.");
    }

    private async Task RegisterOrganizationAsync(DatasetForm form, CancellationToken cancellation)
    {
        if (form.OwnerOrg.Length == 0)
        {
            return;
        }

        var known = await store.Registry.FindOrganizationAsync(form.OwnerOrg, cancellation);
        if (form.Organization is not { } described)
        {
            await RegisterSlugAsync(form.OwnerOrg, known, cancellation);
            return;
        }

        if (described.Parent is { } parent)
        {
            await RegisterSlugAsync(parent, await store.Registry.FindOrganizationAsync(parent, cancellation), cancellation);
        }

        if (known != described)
        {
            await store.Registry.SaveOrganizationAsync(described, cancellation);
        }
    }

    /// <summary>An agency that is only named goes by its slug until a form describes it.</summary>
    private async Task RegisterSlugAsync(string slug, Organization? known, CancellationToken cancellation)
    {
        if (known is null)
        {
            await store.Registry.SaveOrganizationAsync(new Organization(slug, new LocalText(slug, slug), Parent: null), cancellation);
        }
    }

    private async Task<bool> RegisterDictionaryAsync(Dataset dataset, FolderResource resource, CancellationToken cancellation)
    {
        var registered = dataset.Resource(resource.Key);
        if (registered is null || resource.Dictionary is not { } dictionary || registered.Dictionary?.Sha256 == dictionary.Sha256)
        {
            return false;
        }

        await store.Registry.SaveDictionaryAsync(registered.Id, dictionary, cancellation);
        return true;
    }
}
