using Microsoft.AspNetCore.Mvc;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Web.Forms;

namespace OpenData.Server.Web.Pages;

/// <summary>Where an officer registers a dataset: Form 1, from the first draft on.</summary>
public sealed class RegisterModel : FormPage
{
    internal override LocalText Heading => FormTexts.Register;
    internal override bool IsNew => true;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadOwnersAsync();
        Inputs.Set("owner_org", Owners is [var only] ? only.Name : "");
        Inputs.Set(FormSheet.Resources, "0");
        Inputs.Set(FormSheet.Prefix(0) + "key", "data");
        Inputs.Set(FormSheet.Prefix(0) + "format", "CSV");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? button)
    {
        await LoadOwnersAsync();
        Inputs = FormInputs.Of(Request.Form);
        if (Rearranged(Inputs, button))
        {
            return Page();
        }

        var (form, refusal) = ReadForm(Inputs, before: null);
        if (form is not null)
        {
            (_, refusal) = await HttpContext.RequestServices.GetRequiredService<RegistrationDesk>().SaveAsync(form, known: null, Cancellation);
        }

        if (refusal is null)
        {
            return LocalRedirect($"/datasets/{form!.Name}/review");
        }

        Refuse(Named(refusal, form), InputOf);
        return Page();
    }

    /// <summary>A name that is taken is told beside the name.</summary>
    private static Problem Named(Problem refusal, DatasetForm? form) => refusal.Kind != ProblemKinds.AlreadyExists ? refusal : refusal with
    {
        Errors =
        [
            new ProblemError(
                refusal.Kind.Code,
                new($"มีชุดข้อมูลที่ใช้ชื่ออ้างอิง “{form!.Name}” แล้ว", $"The URL name “{form.Name}” is taken."),
                new("ตั้งชื่ออ้างอิงอื่น เช่น ต่อท้ายด้วยปี", "Choose another, such as one with the year.")) { Pointer = "/name" },
        ],
    };
}
