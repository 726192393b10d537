using Microsoft.AspNetCore.Mvc;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>One organization and its datasets.</summary>
public sealed class OrganizationModel : CatalogPage
{
    internal override LocalText Heading => Organization.Title.IsEmpty ? new LocalText(Organization.Name, null) : Organization.Title;
    internal Organization Organization { get; private set; } = null!;
    internal DatasetPage Found { get; private set; } = new([], 0, false);

    /// <summary>The organization it belongs to, or null.</summary>
    internal Organization? Parent { get; private set; }

    /// <summary>The units below it of which the caller sees something.</summary>
    internal IReadOnlyList<Organization> Units { get; private set; } = [];

    internal string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name, string? after)
    {
        var catalog = HttpContext.RequestServices.GetRequiredService<Catalog>();
        var registry = HttpContext.RequestServices.GetRequiredService<IDataStore>().Registry;
        var organization = Slug.Is(name) ? await registry.FindOrganizationAsync(name, HttpContext.RequestAborted) : null;
        if (organization is null)
        {
            return Refuse(CatalogTexts.UnknownOrganization(name));
        }

        Found = await catalog.ListAsync(null, name, after is not null && Slug.Is(after) ? after : null, ServerLimits.DefaultDatasets, HttpContext.RequestAborted);
        var visible = (await catalog.ListOrganizationsAsync(HttpContext.RequestAborted)).Select(o => o.Organization).ToList();
        var tree = new OrganizationTree(await registry.ListOrganizationsAsync(HttpContext.RequestAborted));
        var below = visible.Where(o => o.Name != name && tree.IsWithin(o.Name, name)).ToList();
        Units = [.. below.Where(o => o.Parent == name)];
        Parent = organization.Parent is { } parent ? await registry.FindOrganizationAsync(parent, HttpContext.RequestAborted) : null;

        // An agency is seen by what its units have published, too.
        if (Found.Total == 0 && below.Count == 0 && !catalog.SeesDraftsOf(name))
        {
            return Refuse(CatalogTexts.UnknownOrganization(name));
        }

        Organization = organization;
        Next = Found.More ? $"/organizations/{name}?after={Found.Items[^1].Name}" : null;
        return Page();
    }
}
