using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.GraphQl.Catalog;

namespace OpenData.Server.Web.Forms;

/// <summary>An item of Form 1 as a page asks for it. What it is comes from the published schema, so that no item can be forgotten.</summary>
/// <param name="Key">Its key in the form, such as <c>data_category</c>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Hint">What to write, or empty.</param>
internal sealed record FormField(string Key, FormItemKind Kind, LocalText Label, LocalText Hint)
{
    /// <summary>The code list of its values, or null.</summary>
    public string? CodeList { get; init; }

    /// <summary>The kinds of dataset it belongs to.</summary>
    public required IReadOnlyList<string> AppliesTo { get; init; }

    public bool IsMandatory { get; init; }

    /// <summary>True for the agency that owns the dataset: a list of those that there are.</summary>
    public bool IsOwner => Key == "owner_org";

    /// <summary>True for texts of more than a line.</summary>
    public bool IsLong => Key is "notes" or "description" or "calculation_method" or "accessible_condition" or "source_note" || Kind == FormItemKind.Strings;

    /// <summary>True for a year, which may be typed in either era.</summary>
    public bool IsYear => Kind == FormItemKind.Integer && Key.EndsWith("_year_of_data", StringComparison.Ordinal);

    /// <summary>The names of its inputs.</summary>
    public IReadOnlyList<string> Inputs(string prefix) => Kind == FormItemKind.Text ? [$"{prefix}{Key}.th", $"{prefix}{Key}.en"] : [prefix + Key];

    /// <summary>Puts its value in its inputs.</summary>
    public void Show(JToken? value, string prefix, FormInputs inputs)
    {
        if (Kind == FormItemKind.Text)
        {
            var text = new DatasetForm(new JObject { ["text"] = value?.DeepClone() }).Text("text");
            inputs.Set($"{prefix}{Key}.th", Plain(text.Th));
            inputs.Set($"{prefix}{Key}.en", Plain(text.En));
            return;
        }

        inputs.Set(prefix + Key, value switch
        {
            JArray several when Kind == FormItemKind.Strings => [string.Join('\n', several.Select(v => Plain((string?)v)))],
            JArray several => [.. several.Select(v => (string?)v ?? "")],
            JObject owner => [(string?)owner["name"] ?? ""],
            JValue { Value: bool truth } => [truth ? "true" : "false"],
            JValue { Value: { } one } => [Plain(Convert.ToString(one, CultureInfo.InvariantCulture))],
            _ => [],
        });
    }

    /// <summary>The value that its inputs hold; <paramref name="before"/>, as it is written there, where nobody has changed it; null where there is none.</summary>
    public JToken? Read(FormInputs inputs, string prefix, JToken? before)
    {
        if (before is not null)
        {
            var shown = new FormInputs();
            Show(before, prefix, shown);
            if (Inputs(prefix).All(name => inputs.IsSame(name, shown)))
            {
                return before.DeepClone();
            }
        }

        return Kind == FormItemKind.Text ? Text(inputs[$"{prefix}{Key}.th"], inputs[$"{prefix}{Key}.en"]) : Value(inputs.All(prefix + Key));
    }

    private JToken? Value(IReadOnlyList<string> given) => (Kind, given) switch
    {
        (_, []) => null,
        (FormItemKind.Codes, _) => new JArray(given),
        (FormItemKind.Date, [var day, ..]) => WrittenDay.Keep(day),
        (FormItemKind.Integer, [var year, ..]) when IsYear => WrittenDay.KeepYear(year),
        (_, [var one, ..]) => one,
    };

    /// <summary>What is given in one language serves for the other.</summary>
    private static JObject? Text(string th, string en)
    {
        var text = new JObject();
        if (th.Length > 0)
        {
            text["th"] = th;
        }

        if (en.Length > 0)
        {
            text["en"] = en;
        }

        return text.Count == 0 ? null : text;
    }

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
