using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;

namespace OpenData.Server.Web.Pages;

/// <summary>Form 1 as its JSON, to be edited. Where somebody else was faster both versions are shown, and nothing is lost.</summary>
public sealed class EditJsonModel : WorkPage
{
    internal override LocalText Heading => Dataset.WorkForm.Title;
    internal Dataset Dataset { get; private set; } = null!;

    /// <summary>What the box holds.</summary>
    internal string Form { get; private set; } = "";

    /// <summary>The version that was saved in between, or null.</summary>
    internal string? Theirs { get; private set; }

    public Task<IActionResult> OnGetAsync(string name) => ShowAsync(name, null);

    public async Task<IActionResult> OnPostAsync(string name, int revision, string? form)
    {
        var (known, refusal) = await HttpContext.RequestServices.GetRequiredService<ReviewDesk>().FindAsync(name, DatasetAction.Edit, revision, HttpContext.RequestAborted);
        if (known is null)
        {
            return await RefuseAsync(name, form, refusal!);
        }

        var (read, errors) = DatasetDocument.Read(form ?? "");
        if (read is null || read.Name != name)
        {
            return await RefuseAsync(name, form, read is null ? Problem.OfDocument(errors) : DatasetTexts.OtherName(name, read.Name));
        }

        var (_, refused) = await HttpContext.RequestServices.GetRequiredService<RegistrationDesk>().SaveAsync(read, known, HttpContext.RequestAborted);
        return refused is null ? LocalRedirect($"/datasets/{name}/review") : await RefuseAsync(name, form, refused);
    }

    private Task<IActionResult> RefuseAsync(string name, string? form, Problem refusal)
    {
        Refusal = refusal;
        return ShowAsync(name, form);
    }

    private async Task<IActionResult> ShowAsync(string name, string? form)
    {
        var (dataset, refusal) = await HttpContext.RequestServices.GetRequiredService<ReviewDesk>().FindAsync(name, DatasetAction.Edit, null, HttpContext.RequestAborted);
        if (dataset is null)
        {
            return Refuse(refusal!);
        }

        Dataset = dataset;
        var newest = dataset.WorkForm.Json.ToString(Formatting.Indented);
        Form = form ?? newest;
        Theirs = Refusal?.Kind == ProblemKinds.Changed ? newest : null;
        Response.StatusCode = Refusal?.Kind.Status ?? StatusCodes.Status200OK;
        return Page();
    }
}
