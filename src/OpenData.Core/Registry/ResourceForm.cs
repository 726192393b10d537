using Newtonsoft.Json.Linq;
using OpenData.Schemas;

namespace OpenData.Registry;

/// <summary>What Form 1 says of one resource.</summary>
public sealed class ResourceForm(JObject json)
{
    /// <summary>The resource's part of the document; it is not to be changed.</summary>
    public JObject Json { get; } = json;

    /// <summary>Its slug, unique in the dataset.</summary>
    public string Key => (string?)Json["key"] ?? "";

    public LocalText Name => DatasetForm.ToText(Json["name"]);
    public LocalText Description => DatasetForm.ToText(Json["description"]);

    /// <summary>The address of the file where it is kept elsewhere, or null.</summary>
    public string? Url => (string?)Json["url"];

    /// <summary>The file format as the form gives it, such as CSV, or null.</summary>
    public string? Format => (string?)Json["format"];

    /// <summary>The name of the data file beside the form: as given, else <c>&lt;key&gt;.csv</c>.</summary>
    public string FileName => GivenFile ?? Key + ".csv";

    /// <summary>The name of the data file where the form gives one, or null.</summary>
    public string? GivenFile => (string?)Json["file"];

    /// <summary>The name of the data dictionary beside the form where the form gives one, or null.</summary>
    public string? GivenDictionary => (string?)Json["dictionary"];

    /// <summary>The names under which the data dictionary may lie beside the form, best first.</summary>
    public IReadOnlyList<string> DictionaryNames => GivenDictionary is { } given ? [given] : [Key + ".dictionary.json", Key + ".dictionary.csv"];
}
