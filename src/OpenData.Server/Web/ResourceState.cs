using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Server.Web;

/// <summary>A resource as the review sees it: what Form 1 says of it, and what there is.</summary>
/// <param name="Form">What Form 1 says.</param>
/// <param name="Resource">What is registered, or null where it is not yet.</param>
internal sealed record ResourceState(ResourceForm Form, Resource? Resource)
{
    /// <summary>What there is and what is not, in a few words each.</summary>
    public IEnumerable<(LocalText Text, bool IsGood)> Facts
    {
        get
        {
            if (Form.Url is not null && Resource?.Current is null && Resource?.Staged is null)
            {
                yield return (NextTexts.KeptElsewhere, true);
                yield break;
            }

            yield return Resource?.Dictionary is { } dictionary ? (SheetPage.Filled(NextTexts.HasDictionary, dictionary.Columns.Count), true) : (NextTexts.NoDictionary, false);
            if (Resource?.Staged is { } staged)
            {
                yield return (SheetPage.Filled(NextTexts.HasStaged, staged.FileName, CatalogPage.Count(staged.Rows)), true);
            }

            if (Resource?.Current is { } current)
            {
                yield return (SheetPage.Filled(NextTexts.HasRelease, current.Number, CatalogPage.Count(current.Rows)), true);
            }

            if (Resource is null or { Staged: null, Current: null })
            {
                yield return (NextTexts.NoFile, false);
            }
        }
    }
}
