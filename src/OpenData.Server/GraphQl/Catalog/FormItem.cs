using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>What an item of a form holds.</summary>
internal enum FormItemKind
{
    Text,
    String,
    Strings,
    Code,
    Codes,
    Integer,
    Number,
    Boolean,
    Date,
}

/// <summary>An item of Form 1 as a field: its name, type and description come from the published JSON schema, so that no item can be forgotten.</summary>
/// <param name="Key">The key in the form, such as <c>data_category</c>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="CodeList">The code list of its values, or null.</param>
/// <param name="Description">What it is, in both languages.</param>
/// <param name="Required">Whether a form without it is refused.</param>
internal sealed record FormItem(string Key, FormItemKind Kind, string? CodeList, string Description, bool Required)
{
    private static readonly Lazy<JObject> Schema = new(Read);
    private static readonly string[] Joining = ["allOf", "anyOf"];
    private static readonly string[] OwnFields = ["$schema", "name", "owner_org", "resources"];
    private static readonly string[] OwnResourceFields = ["key", "name", "file", "dictionary"];

    /// <summary>The items of a dataset but those that the catalog has fields of its own for.</summary>
    public static IReadOnlyList<FormItem> OfDataset { get; } = [.. Of(Schema.Value, OwnFields)];

    /// <summary>The items of a resource but those that the catalog has fields of its own for.</summary>
    public static IReadOnlyList<FormItem> OfResource { get; } = [.. Of((JObject)Schema.Value["definitions"]!["resource"]!, OwnResourceFields)];

    /// <summary>The field's name: the key in camel case.</summary>
    public string Name { get; } = CamelCase(Key);

    /// <summary>The type of the item where it is read.</summary>
    public string OutputType => Kind switch
    {
        FormItemKind.Text => Required ? "LocalText!" : "LocalText",
        FormItemKind.Code => "Term",
        FormItemKind.Codes => "[Term!]!",
        FormItemKind.Strings => "[String!]!",
        FormItemKind.Integer => "Int",
        FormItemKind.Number => "Float",
        FormItemKind.Boolean => "Boolean",
        FormItemKind.Date => "Date",
        _ => "String",
    };

    /// <summary>The type of the item where it is written; codes are given by any writing that Form 1 takes.</summary>
    public string InputType => Kind switch
    {
        FormItemKind.Text => Required ? "LocalTextInput!" : "LocalTextInput",
        FormItemKind.Codes or FormItemKind.Strings => "[String!]",
        FormItemKind.Integer => "Int",
        FormItemKind.Number => "Float",
        FormItemKind.Boolean => "Boolean",
        FormItemKind.Date => "Date",
        _ => "String",
    };

    /// <summary>The item's value in a form.</summary>
    public object? ValueIn(JObject form) => Kind switch
    {
        FormItemKind.Text => new DatasetForm(form).Text(Key) is var text && (Required || !text.IsEmpty) ? text : null,
        FormItemKind.Code => Text(form) is { } code ? new TermNode(CodeList!, code) : null,
        FormItemKind.Codes => new DatasetForm(form).Codes(Key).Select(c => new TermNode(CodeList!, c)).ToArray(),
        FormItemKind.Strings => new DatasetForm(form).Codes(Key),
        FormItemKind.Integer => (int?)form[Key],
        FormItemKind.Number => (double?)form[Key],
        FormItemKind.Boolean => (bool?)form[Key],
        _ => Text(form),
    };

    private string? Text(JObject form) => form[Key] is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    private static IEnumerable<FormItem> Of(JObject schema, string[] left)
    {
        var required = schema["required"]?.Values<string>().ToHashSet() ?? [];
        foreach (var property in ((JObject)schema["properties"]!).Properties().Where(p => !left.Contains(p.Name)))
        {
            var list = (string?)property.Value["x-codelist"];
            yield return new FormItem(property.Name, KindOf((JObject)property.Value, list), list, Describe(property.Value), required.Contains(property.Name));
        }
    }

    private static FormItemKind KindOf(JObject property, string? list) => ((string?)property["type"], (string?)property["format"]) switch
    {
        ("array", _) => list is null ? FormItemKind.Strings : FormItemKind.Codes,
        ("integer", _) => FormItemKind.Integer,
        ("number", _) => FormItemKind.Number,
        ("boolean", _) => FormItemKind.Boolean,
        ("string", "date") => FormItemKind.Date,
        ("string", _) => list is null ? FormItemKind.String : FormItemKind.Code,
        _ => OfAlternatives(property),
    };

    /// <summary>An item that refers to the text of both languages, or that is a list or else one text (the tags), or one of several texts.</summary>
    private static FormItemKind OfAlternatives(JObject property)
    {
        var alternatives = Joining.SelectMany(k => property[k]?.OfType<JObject>() ?? []).ToList();
        return alternatives.Exists(a => (string?)a["$ref"] == "#/definitions/text") ? FormItemKind.Text
            : alternatives.Exists(a => (string?)a["type"] == "array") ? FormItemKind.Strings
            : FormItemKind.String;
    }

    /// <summary>The Thai title, then the English sentence.</summary>
    private static string Describe(JToken property) => $"{property["title"]} · {property["description"]}";

    private static string CamelCase(string key)
    {
        var words = key.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
    }

    private static JObject Read()
    {
        using var reader = new StreamReader(typeof(DatasetForm).Assembly.GetManifestResourceStream("schemas/dataset.schema.json")!);
        return JObject.Parse(reader.ReadToEnd());
    }
}
