using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Server.Ckan.Packages;

/// <summary>Form 1's items under the keys and with the exact strings that Thai catalogs exchange: at top level, never among the extras.</summary>
internal static class ThaiFields
{
    /// <summary>Items that CKAN's own keys hold, or that are no part of what is exchanged.</summary>
    private static readonly string[] Elsewhere = ["$schema", "name", "title", "notes", "owner_org", "maintainer", "maintainer_email", "tag_string", "license_id", "url", "resources", "source_note"];

    /// <summary>Items of a resource that CKAN's own keys hold, or that name files of a folder nobody else has.</summary>
    private static readonly string[] ElsewhereOfResource = ["key", "name", "description", "url", "format", "file", "dictionary"];

    /// <summary>Adds the items of a dataset's form.</summary>
    public static void Add(JObject package, DatasetForm form) => Add(package, form.Json, Elsewhere);

    /// <summary>Adds the items of a resource's part of the form.</summary>
    public static void Add(JObject resource, ResourceForm form) => Add(resource, form.Json, ElsewhereOfResource);

    private static void Add(JObject into, JObject form, string[] elsewhere)
    {
        foreach (var item in form.Properties().Where(p => !elsewhere.Contains(p.Name) && !into.ContainsKey(p.Name)))
        {
            if (Value(item.Name, item.Value) is { } value)
            {
                into[item.Name] = value;
            }
        }
    }

    /// <summary>A code as its Thai string, a truth as <c>True</c> or <c>False</c>, a text in Thai, a number as it is written.</summary>
    private static JToken? Value(string key, JToken value) => value switch
    {
        JArray several => new JArray(several.OfType<JValue>().Select(v => Text(key, v))),
        JObject text => DatasetForm.ToText(text).In(Language.Thai),
        JValue { Value: null } => null,
        JValue one => Text(key, one),
        _ => null,
    };

    private static string Text(string key, JValue value) => value.Value switch
    {
        bool truth => truth ? "True" : "False",
        string code => CodeLists.Label(key, code)?.Th ?? code,
        _ => Arguments.Text(value),
    };
}
