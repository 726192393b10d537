using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Review;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;
using OpenData.Store;

namespace OpenData.Server.Web.Forms;

/// <summary>A page on which Form 1 is filled in, field by field.</summary>
public abstract class FormPage : SheetPage
{
    /// <summary>The organizations for which the caller may register.</summary>
    internal IReadOnlyList<Organization> Owners { get; private set; } = [];

    /// <summary>The keys of the resources that have files or dictionaries: their keys stay.</summary>
    internal IReadOnlySet<string> KeptKeys { get; private protected set; } = new HashSet<string>();

    /// <summary>Which mandatory items the saved form lacks; null where none is saved yet.</summary>
    internal MissingItems? Missing { get; private protected set; }

    /// <summary>True where the dataset is not registered yet.</summary>
    internal abstract bool IsNew { get; }

    /// <summary>Where the form is sent.</summary>
    internal string Action => IsNew ? "/work/register" : Request.Path.ToString();

    private protected IDataStore Store => HttpContext.RequestServices.GetRequiredService<IDataStore>();

    private protected CancellationToken Cancellation => HttpContext.RequestAborted;

    /// <summary>True where a group of fields is to be seen at once.</summary>
    internal bool IsOpen(FormGroup group) => group.IsOpen || group.Id == Inputs["data_type"]
        || group.Fields.SelectMany(f => f.Inputs("")).Any(n => Inputs[n].Length > 0) || group.Fields.Any(f => Faults.Contains(f.Key));

    private protected async Task LoadOwnersAsync()
    {
        var all = await Store.Registry.ListOrganizationsAsync(Cancellation);
        Owners = [.. all.Where(o => Permissions.Of(Caller.RolesAt(o.Name), DatasetAction.Edit, DatasetState.Draft) == Permit.Allowed)];
    }

    /// <summary>The inputs after a button that saves nothing: a resource more, or one less.</summary>
    private protected static bool Rearranged(FormInputs inputs, string? button)
    {
        var numbers = FormSheet.ResourcesOf(inputs);
        if (button == "add")
        {
            var added = numbers.Count == 0 ? 0 : numbers.Max() + 1;
            inputs.Set(FormSheet.Resources, [.. numbers.Append(added).Select(Text)]);
            inputs.Set(FormSheet.Prefix(added) + "format", "CSV");
            return true;
        }

        if (button?.StartsWith("remove-", StringComparison.Ordinal) != true)
        {
            return false;
        }

        inputs.Set(FormSheet.Resources, [.. numbers.Select(Text).Where(n => "remove-" + n != button)]);
        return true;
    }

    /// <summary>The form that was sent, or its faults.</summary>
    private protected (DatasetForm? Form, Problem? Refusal) ReadForm(FormInputs sent, JObject? before)
    {
        var (form, errors) = DatasetDocument.Read(FormSheet.Read(sent, before).ToString(Formatting.None));
        var faults = errors.Select(ProblemError.Of).ToList();
        if (Owners.Count > 0 && !Owners.Any(o => o.Name == sent["owner_org"]) && !Caller.IsAdmin)
        {
            faults.Add(new ProblemError("required", new("ยังไม่ได้เลือกองค์กร", "No organization is chosen."), new("เลือกหน่วยงานเจ้าของข้อมูลที่ท่านเป็นเจ้าหน้าที่", "Choose the agency that owns the data, for which you are an officer.")) { Pointer = "/owner_org" });
        }

        return faults.Count == 0 ? (form, null) : (null, new Problem(ProblemKinds.InvalidDocument, ProblemTexts.Several(faults.Count)) { Errors = faults });
    }

    /// <summary>The input beside which a fault at a place of the document stands.</summary>
    private protected string InputOf(string pointer)
    {
        var at = pointer.TrimStart('/').Split('/');
        if (at[0] != "resources")
        {
            return FormSheet.OfDataset.Any(f => f.Key == at[0]) ? at[0] : "";
        }

        var numbers = FormSheet.ResourcesOf(Inputs);
        return at.Length > 1 && int.TryParse(at[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < numbers.Count
            ? FormSheet.Prefix(numbers[index]) + (at.Length > 2 && FormSheet.OfResource.Any(f => f.Key == at[2]) ? at[2] : "key")
            : "";
    }

    /// <summary>Comments on fields stand beside them.</summary>
    private protected static string? FieldOf(ReviewComment comment) => comment.Place == CommentPlace.Field ? comment.Name : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A field of a page, as its part of the page is made from it.</summary>
/// <param name="Page">The page.</param>
/// <param name="Field">The field.</param>
/// <param name="Prefix">What comes before the names of its inputs.</param>
internal sealed record FieldView(FormPage Page, FormField Field, string Prefix)
{
    public string Name => Prefix + Field.Key;

    public string Id => SheetPage.Id(Name);

    public IReadOnlyList<ProblemError> Faults => [.. Page.Faults[Name]];

    /// <summary>True where what was typed cannot be changed: other things go by it.</summary>
    public bool IsFixed => (Field.Key == "name" && Prefix.Length == 0 && !Page.IsNew) || (Field.Key == "key" && Page.KeptKeys.Contains(Page.Inputs[Name]));

    /// <summary>The ids of what describes an input.</summary>
    public string? DescribedBy => string.Join(' ', new[] { Page.Say(Field.Hint).Length > 0 ? Id + "-hint" : null, Faults.Count > 0 ? Id + "-fault" : null }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    public string? Invalid => Faults.Count > 0 ? "true" : null;

    /// <summary>What was saved in between in one of the field's inputs, where it clashes.</summary>
    public IEnumerable<string> Theirs => Field.Inputs(Prefix).Where(Page.Theirs.ContainsKey).Select(n => Page.Theirs[n]);
}
