using Newtonsoft.Json.Linq;
using OpenData.Schemas;

namespace OpenData.Registry.Review;

/// <summary>The items of Form 1 that nobody changes without a new review: the type, the title, the 14 mandatory items and the references of resources.</summary>
public static class ReviewedItems
{
    /// <summary>What of a resource leads to its data: another value is another resource.</summary>
    private static readonly string[] References = ["key", "url", "file", "dictionary", "format"];

    /// <summary>What access rests on, though it is not among the 14.</summary>
    private static readonly string[] Access = ["data_classification", "accessible_condition"];

    /// <summary>The keys of the reviewed items that differ.</summary>
    public static IReadOnlyList<string> Changed(DatasetForm before, DatasetForm after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changed = MissingItems.All.Select(i => i.Field).SelectMany(f => (string[])[f, f + "_other"]).Concat(Access)
            .Where(f => !JToken.DeepEquals(before.Json[f], after.Json[f]))
            .ToList();
        if (!JToken.DeepEquals(ReferencesOf(before), ReferencesOf(after)))
        {
            changed.Add("resources");
        }

        return changed;
    }

    /// <summary>True where Form 1 has a field of this key.</summary>
    public static bool IsItem(string field) => SchemaFile.Dataset.Field("/" + field) is not null;

    private static JArray ReferencesOf(DatasetForm form) =>
        [.. form.ResourceForms.Select(r => new JObject(References.Where(k => r.Json[k] is not null).Select(k => new JProperty(k, r.Json[k]!.DeepClone()))))];
}
