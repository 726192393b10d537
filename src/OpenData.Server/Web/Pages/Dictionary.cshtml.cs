using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;
using OpenData.Intake;
using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Review;
using OpenData.Schemas;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;
using OpenData.Server.Web.Dictionaries;
using OpenData.Server.Web.Forms;
using OpenData.Server.Web.Giving;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>A resource's Form 2: drafted from the file that was given, imported, or written column by column.</summary>
public sealed class DictionaryModel : SheetPage
{
    internal override LocalText Heading => new($"{DictionaryTexts.Title.Th}: {Resource.Name.In(Language.Thai)}", $"{DictionaryTexts.Title.En}: {Resource.Name.In(Language.English)}");
    internal Dataset Dataset { get; private set; } = null!;
    internal Resource Resource { get; private set; } = null!;

    /// <summary>The file that waits to be checked, or null.</summary>
    internal Upload? Waiting { get; private set; }

    /// <summary>Where what the page shows comes from, if it is not what is saved; null where it is.</summary>
    internal LocalText? Source { get; private set; }

    internal string At => $"/datasets/{Dataset.Name}/{Resource.Key}";

    private ReviewStep? last;

    private GivingDesk Desk => HttpContext.RequestServices.GetRequiredService<GivingDesk>();

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(string name, string key, bool draft)
    {
        if (await FindAsync(name, key) is { } refusal)
        {
            return refusal;
        }

        var shown = Resource.Dictionary;
        if ((draft || shown is null) && Waiting is { } file && await Desk.DraftAsync(file, Cancellation) is { } drafted)
        {
            shown = Described(drafted, shown);
            Source = Filled(DictionaryTexts.Drafted, file.Name);
        }

        Inputs = shown is null ? new FormInputs() : DictionarySheet.Show(shown);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, string key, int revision, string? seen, string? button)
    {
        if (await FindAsync(name, key) is { } hidden)
        {
            return hidden;
        }

        Inputs = FormInputs.Of(Request.Form);
        if (button == "import")
        {
            await ImportAsync();
            return Page();
        }

        if (Rearranged(button))
        {
            return Page();
        }

        if (revision != Dataset.Revision && (seen ?? "") != Seen)
        {
            return Merged(seen);
        }

        var (dictionary, errors) = DictionaryDocument.Read(DictionarySheet.Read(Inputs, Resource.Dictionary).ToString(Formatting.None));
        var refusal = dictionary is null
            ? Problem.OfDocument(errors)
            : await HttpContext.RequestServices.GetRequiredService<RegistrationDesk>().SetDictionaryAsync(name, key, dictionary, Cancellation, Dataset.Revision);
        if (refusal is not null)
        {
            Refuse(refusal, InputOf);
            return Page();
        }

        return Waiting is null || button == "only" ? LocalRedirect($"/datasets/{name}/review") : await CheckAsync(Waiting);
    }

    /// <summary>The file that waited goes on, now that it is described.</summary>
    private async Task<IActionResult> CheckAsync(Upload file)
    {
        var outcome = await Desk.PublishAsync(Dataset, Resource, file, null, Cancellation);
        return LocalRedirect(At + (outcome is PublishOutcome.Unchanged ? "/file?outcome=unchanged" : "/file"));
    }

    private async Task ImportAsync()
    {
        if (Request.Form.Files.GetFile("import") is not { Length: > 0 } sent)
        {
            Refusal = new Problem(ProblemKinds.BadUpload, DictionaryTexts.NoImport);
            Response.StatusCode = Refusal.Kind.Status;
            return;
        }

        using var bytes = new MemoryStream();
        await sent.CopyToAsync(bytes, Cancellation);
        var content = bytes.ToArray();
        var name = ProblemTexts.Shown(Path.GetFileName(sent.FileName));
        var (dictionary, errors) = IsJson(content) ? DictionaryDocument.Read(content) : DictionaryTable.Read(content);
        if (dictionary is not null)
        {
            Inputs = DictionarySheet.Show(dictionary);
            Source = Filled(DictionaryTexts.Imported, name, dictionary.Columns.Count);
            return;
        }

        // They are faults of the file, and stand beside nothing of the page.
        Refuse(Problem.OfDocument(errors), _ => "");
        Source = Filled(DictionaryTexts.NotRead, name, errors.Count);
    }

    private static bool IsJson(ReadOnlySpan<byte> content) => content.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..];

    /// <summary>The inputs after a button that saves nothing: a column more, or one less.</summary>
    private bool Rearranged(string? button)
    {
        var numbers = DictionarySheet.ColumnsOf(Inputs);
        if (button == "add")
        {
            Inputs.Set(DictionarySheet.Columns, [.. numbers.Append(numbers.Count == 0 ? 0 : numbers.Max() + 1).Select(Text)]);
            return true;
        }

        if (button?.StartsWith("remove-", StringComparison.Ordinal) != true)
        {
            return false;
        }

        Inputs.Set(DictionarySheet.Columns, [.. numbers.Select(Text).Where(n => "remove-" + n != button)]);
        return true;
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Merged(string? seen)
    {
        var before = DictionaryDocument.Read(string.IsNullOrEmpty(seen) ? "{}" : seen).Value is { } read ? DictionarySheet.Show(read) : new FormInputs();
        (Inputs, Theirs) = FormMerge.Of(Inputs, before, Resource.Dictionary is null ? new FormInputs() : DictionarySheet.Show(Resource.Dictionary));
        TheirStep = last;
        Refuse(DatasetTexts.Changed(Dataset.Name), InputOf);
        return Page();
    }

    /// <summary>A draft, with what is described already.</summary>
    private static DataDictionary Described(DataDictionary draft, DataDictionary? known) => known is null ? draft : known with
    {
        Columns = [.. draft.Columns.Select(c => known.Columns.FirstOrDefault(k => k.Header == c.Header) ?? c)],
        Key = [.. known.Key.Where(k => draft.Columns.Any(c => known.Columns.Any(d => d.Name == k && d.Header == c.Header)))],
    };

    /// <summary>The input beside which a fault at a place of the document stands.</summary>
    private string InputOf(string pointer)
    {
        var at = pointer.TrimStart('/').Split('/');
        if (at[0] is "missingValues" or "references")
        {
            return at[0];
        }

        var numbers = DictionarySheet.ColumnsOf(Inputs);
        return at is ["columns", var place, ..] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < numbers.Count
            ? DictionarySheet.Prefix(numbers[index]) + (at.Length > 2 ? at[2] : "name")
            : "";
    }

    private async Task<IActionResult?> FindAsync(string name, string key)
    {
        var (dataset, resource, refusal) = await Desk.FindAsync(name, key, DatasetAction.Edit, Cancellation);
        if (refusal is not null)
        {
            return Refuse(refusal);
        }

        (Dataset, Resource, Revision) = (dataset!, resource!, dataset!.Revision);
        Waiting = Desk.Waiting(resource!);
        Seen = resource!.Dictionary is { } known ? DictionaryDocument.Write(known).ToString(Formatting.None) : "";
        var steps = await HttpContext.RequestServices.GetRequiredService<IDataStore>().Reviews.ListStepsAsync(dataset.Id, Cancellation);
        Comments = CommentsOf(dataset, steps, comment => comment.Place == CommentPlace.Column && comment.Resource == key ? comment.Name : null);
        last = steps.Count == 0 ? null : steps[^1];
        return null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A column of a dictionary's page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Number">Its number among the inputs.</param>
/// <param name="Place">Its place on the page, from 1.</param>
internal sealed record ColumnView(DictionaryModel Page, int Number, int Place)
{
    private static readonly string[] LessUsed = ["calendar", "minimum", "maximum", "minLength", "maxLength", "pattern", "format", "example", "codes"];

    public string Prefix => DictionarySheet.Prefix(Number);

    /// <summary>True where the less used inputs have something to see.</summary>
    public bool IsOpen => LessUsed.Any(n => Page.Faults.Contains(Prefix + n) || Page.Theirs.ContainsKey(Prefix + n)) || Page.Inputs[Prefix + "codes"].Length > 0 || Page.Inputs[Prefix + "calendar"] == "buddhist";
}
