using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Review;
using OpenData.Schemas;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;
using OpenData.Server.Web.Forms;

namespace OpenData.Server.Web.Pages;

/// <summary>Form 1, field by field. Where somebody else was faster, both changes are brought together, and what clashes is shown.</summary>
public sealed class EditModel : FormPage
{
    internal override LocalText Heading => Dataset.WorkForm.Title;
    internal override bool IsNew => false;
    internal Dataset Dataset { get; private set; } = null!;

    private ReviewStep? last;

    public async Task<IActionResult> OnGetAsync(string name)
    {
        if (await FindAsync(name) is { } refusal)
        {
            return refusal;
        }

        Inputs = FormSheet.Show(Dataset.WorkForm.Json);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, int revision, string? seen, string? button)
    {
        if (await FindAsync(name) is { } hidden)
        {
            return hidden;
        }

        Inputs = FormInputs.Of(Request.Form);
        if (revision != Dataset.Revision && !(Parsed(seen) is { } read && JToken.DeepEquals(read, Dataset.WorkForm.Json)))
        {
            return Merged(seen);
        }

        if (Rearranged(Inputs, button))
        {
            return Page();
        }

        var (form, refusal) = ReadForm(Inputs, Dataset.WorkForm.Json);
        if (form is not null && form.Name != name)
        {
            refusal = DatasetTexts.OtherName(name, form.Name);
        }

        if (refusal is null)
        {
            (_, refusal) = await HttpContext.RequestServices.GetRequiredService<RegistrationDesk>().SaveAsync(form!, Dataset, Cancellation);
        }

        if (refusal is null)
        {
            return LocalRedirect($"/datasets/{name}/review");
        }

        Refuse(refusal, InputOf);
        return Page();
    }

    private PageResult Merged(string? seen)
    {
        var before = FormSheet.Show(Parsed(seen) ?? Dataset.WorkForm.Json);
        (Inputs, Theirs) = FormMerge.Of(Inputs, before, FormSheet.Show(Dataset.WorkForm.Json));
        TheirStep = last;
        Refuse(DatasetTexts.Changed(Dataset.Name), InputOf);
        return Page();
    }

    /// <summary>The document that the page was made from; whoever sends another one only misleads the comparison of their own changes.</summary>
    private static JObject? Parsed(string? seen)
    {
        try
        {
            return JObject.Parse(seen ?? "");
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    /// <summary>The dataset, what was said of it, and who saved it last; or the refusal.</summary>
    private async Task<IActionResult?> FindAsync(string name)
    {
        var (dataset, refusal) = await HttpContext.RequestServices.GetRequiredService<ReviewDesk>().FindAsync(name, DatasetAction.Edit, null, Cancellation);
        if (dataset is null)
        {
            return Refuse(refusal!);
        }

        await LoadOwnersAsync();
        Dataset = dataset;
        Revision = dataset.Revision;
        Seen = dataset.WorkForm.Json.ToString(Formatting.None);
        Missing = dataset.WorkForm.MissingItems();
        KeptKeys = dataset.Resources.Where(r => r.Current is not null || r.Staged is not null || r.Dictionary is not null).Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var steps = await Store.Reviews.ListStepsAsync(dataset.Id, Cancellation);
        Comments = CommentsOf(dataset, steps, FieldOf);
        last = steps.Count == 0 ? null : steps[^1];
        return null;
    }
}
