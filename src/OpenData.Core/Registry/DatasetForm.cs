using Newtonsoft.Json.Linq;
using OpenData.Schemas;

namespace OpenData.Registry;

/// <summary>Form 1 of a dataset: the JSON document of <c>dataset.schema.json</c>, with the items the program itself reads.</summary>
public sealed class DatasetForm(JObject json)
{
    /// <summary>The document as it was given; it is not to be changed.</summary>
    public JObject Json { get; } = json;

    public string Name => (string?)Json["name"] ?? "";
    public LocalText Title => Text("title");
    public LocalText Notes => Text("notes");

    /// <summary>The slug of the owner organization, or empty.</summary>
    public string OwnerOrg => Json["owner_org"] switch
    {
        JObject organization => (string?)organization["name"] ?? "",
        { } slug => (string?)slug ?? "",
        null => "",
    };

    /// <summary>The text of a field that is a string or <c>{ "th", "en" }</c>.</summary>
    public LocalText Text(string key) => ToText(Json[key]);

    internal static LocalText ToText(JToken? token) => token switch
    {
        JObject both => new LocalText((string?)both["th"], (string?)both["en"]),
        JValue { Type: JTokenType.String } one => new LocalText((string?)one, (string?)one),
        _ => LocalText.Empty,
    };
}
