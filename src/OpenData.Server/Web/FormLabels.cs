using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Server.Web;

/// <summary>Form 1 as people read it: the labels of its items and of its codes, from the schemas that define both.</summary>
internal static class FormLabels
{
    private static readonly JObject Schema = Read("schemas/dataset.schema.json");

    /// <summary>The items that a dataset's form fills, in the order of the form.</summary>
    public static IEnumerable<(LocalText Label, string Value)> Of(DatasetForm form, Language language)
    {
        foreach (var item in ((JObject)Schema["properties"]!).Properties().Where(p => p.Name is not ("$schema" or "resources")))
        {
            if (form.Json[item.Name] is { } value && Show(value, item.Value, language) is { Length: > 0 } shown)
            {
                yield return (Label(item.Value), shown);
            }
        }
    }

    /// <summary>What the schema says of an item of the dataset.</summary>
    public static JToken Property(string key) => Schema["properties"]![key]!;

    /// <summary>What the schema says of an item of a resource.</summary>
    public static JToken ResourceProperty(string key) => Schema["definitions"]!["resource"]!["properties"]![key]!;

    /// <summary>What an item is called.</summary>
    public static LocalText Label(JToken property) =>
        new((string?)property["title"], ((string?)property["description"])?.Split(':')[0]);

    private static string Show(JToken value, JToken property, Language language) => value switch
    {
        JArray several => string.Join(", ", several.Select(v => Show(v, property, language))),
        JObject { } organization when organization["title"] is { } => Say(new DatasetForm(organization).Text("title"), language),
        JObject { } both => Say(new LocalText((string?)both["th"], (string?)both["en"]), language),
        { Type: JTokenType.Boolean } => Say((bool)value ? WebTexts.Yes : WebTexts.No, language),
        { Type: JTokenType.Null } => "",
        _ => CodeLabel(Convert.ToString(((JValue)value).Value, System.Globalization.CultureInfo.InvariantCulture) ?? "", property, language),
    };

    private static string CodeLabel(string code, JToken property, Language language)
    {
        var list = (string?)property["x-codelist"] ?? (string?)property["items"]?["x-codelist"];
        return list is not null && CodeLists.Label(list, code) is { } known ? Say(known, language) : code;
    }

    private static string Say(LocalText text, Language language) => text.In(language);

    private static JObject Read(string name)
    {
        using var reader = new StreamReader(typeof(DatasetForm).Assembly.GetManifestResourceStream(name)!);
        return JObject.Parse(reader.ReadToEnd());
    }
}
