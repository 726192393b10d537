using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using OpenData.Intake;
using OpenData.Publishing;
using OpenData.Publishing.Repair;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Reports;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest.Files;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Web.Giving;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>Where a file is given for a resource, and where it is told what became of it.</summary>
[StreamedForm]
public sealed class GiveModel : WorkPage
{
    internal override LocalText Heading => new($"{GivingTexts.Give.Th}: {Resource.Name.In(Language.Thai)}", $"{GivingTexts.Give.En}: {Resource.Name.In(Language.English)}");
    internal Dataset Dataset { get; private set; } = null!;
    internal Resource Resource { get; private set; } = null!;

    /// <summary>The report of the last check, or null where there was none.</summary>
    internal Report? Report { get; private set; }

    /// <summary>True where the very bytes were there before.</summary>
    internal bool IsUnchanged { get; private set; }

    /// <summary>The refused file, kept to be mended; null where there is none.</summary>
    internal Upload? Waiting { get; private set; }

    /// <summary>What mending would change; null where that was not looked at.</summary>
    internal RepairTally? Mending { get; private set; }

    /// <summary>The notes as they were typed.</summary>
    internal string? Notes { get; private set; }

    internal string Limit => FileSizes.Of(Options.UploadBytes);

    internal string At => $"/datasets/{Dataset.Name}/{Resource.Key}";

    private GivingDesk Desk => HttpContext.RequestServices.GetRequiredService<GivingDesk>();

    private ServerOptions Options => HttpContext.RequestServices.GetRequiredService<ServerOptions>();

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    /// <summary>What became of the last file.</summary>
    internal LocalText? Outcome
    {
        get
        {
            if (Report is not { } report)
            {
                return null;
            }

            var (file, rows) = (report.File.Name, Count(report.File.Rows));
            return !report.Complies && Resource.Staged?.Sha256 != report.File.Sha256 && Resource.Current?.Sha256 != report.File.Sha256 ? SheetPage.Filled(GivingTexts.Refused, file, Count(report.Counts.Error))
                : Resource.Staged?.Sha256 == report.File.Sha256 ? SheetPage.Filled(GivingTexts.Staged, file, rows)
                : Resource.Current?.Sha256 == report.File.Sha256 ? SheetPage.Filled(GivingTexts.Published, file, rows, Resource.Current!.Number)
                : SheetPage.Filled(GivingTexts.Checked, file);
        }
    }

    /// <summary>True where the last file was not accepted.</summary>
    internal bool IsRefused => Report is { Complies: false } report && Resource.Staged?.Sha256 != report.File.Sha256 && Resource.Current?.Sha256 != report.File.Sha256;

    public async Task<IActionResult> OnGetAsync(string name, string key, string? outcome) =>
        await FindAsync(name, key) ?? await ShowAsync(outcome == "unchanged");

    public async Task<IActionResult> OnPostAsync(string name, string key)
    {
        if (await FindAsync(name, key) is { } refusal)
        {
            return refusal;
        }

        try
        {
            using var sent = await SentFile.ReceiveAsync(Request, Options, null, takesDictionary: false, IsOursAsync);
            Notes = sent.Notes;
            return sent.Refusal is null ? await TakeAsync(sent) : await RefuseAsync(sent.Refusal.Kind == ProblemKinds.BadUpload && sent.Upload is null && sent.Refusal == UploadTexts.Missing ? UploadTexts.NoFile : sent.Refusal);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await RefuseAsync(UploadTexts.TooLarge(Options.UploadBytes));
        }
    }

    private async Task<IActionResult> TakeAsync(SentFile sent)
    {
        if (Resource.Dictionary is null)
        {
            if (await Desk.KeepToDescribeAsync(Resource, sent.Upload!, Cancellation) is not { } unreadable)
            {
                return LocalRedirect(At + "/dictionary");
            }

            Report = unreadable;
            Response.StatusCode = ProblemKinds.DoesNotComply.Status;
            return Page();
        }

        var outcome = await Desk.PublishAsync(Dataset, Resource, sent.Upload!, Notes, Cancellation);
        return outcome is PublishOutcome.NotRegistered ? Refuse(Rest.CatalogTexts.UnknownDataset(Dataset.Name)) : LocalRedirect(At + (outcome is PublishOutcome.Unchanged ? "/file?outcome=unchanged" : "/file"));
    }

    /// <summary>Whether the form is one of our pages: the framework reads the token from this header, too.</summary>
    private async Task<bool> IsOursAsync(string token)
    {
        Request.Headers["RequestVerificationToken"] = token;
        return await HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(HttpContext);
    }

    private async Task<IActionResult> RefuseAsync(Problem refusal)
    {
        Refusal = refusal;
        await ShowAsync(isUnchanged: false);
        Response.StatusCode = refusal.Kind.Status;
        return Page();
    }

    private async Task<IActionResult> ShowAsync(bool isUnchanged)
    {
        IsUnchanged = isUnchanged;
        var registry = HttpContext.RequestServices.GetRequiredService<IDataStore>().Registry;
        Report = await registry.FindReportAsync(Resource.Id, null, Cancellation) is { } json ? JsonReport.Read(json) : null;
        Waiting = Desk.Waiting(Resource);
        if (IsRefused && Waiting?.Sha256 == Report!.File.Sha256)
        {
            Mending = await Desk.TryMendingAsync(Resource, Waiting, Cancellation);
        }
        else
        {
            Waiting = null;
        }

        return Page();
    }

    private async Task<IActionResult?> FindAsync(string name, string key)
    {
        var (dataset, resource, refusal) = await Desk.FindAsync(name, key, DatasetAction.Upload, Cancellation);
        if (refusal is not null)
        {
            return Refuse(refusal);
        }

        (Dataset, Resource) = (dataset!, resource!);
        return null;
    }
}
