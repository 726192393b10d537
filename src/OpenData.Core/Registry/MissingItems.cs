using Newtonsoft.Json.Linq;
using OpenData.Schemas;

namespace OpenData.Registry;

/// <summary>One of the 14 mandatory items of Form 1 (มรด. 3-1:2565, DGS31-12).</summary>
/// <param name="Field">Its key.</param>
/// <param name="Title">What it is called.</param>
public sealed record MandatoryItem(string Field, LocalText Title);

/// <summary>What a form still lacks before its dataset can be submitted.</summary>
/// <param name="Missing">Mandatory items that are not given.</param>
/// <param name="Unknown">Mandatory items that are given as "unknown" or "not specified".</param>
public sealed record MissingItems(IReadOnlyList<MandatoryItem> Missing, IReadOnlyList<MandatoryItem> Unknown)
{
    private static readonly Lazy<IReadOnlyList<MandatoryItem>> LazyAll = new(() =>
    [
        .. ((JObject)SchemaFile.Dataset.Json["properties"]!).Properties()
            .Where(p => (bool?)p.Value["x-mandatory"] == true)
            .Select(p => new MandatoryItem(p.Name, SchemaFile.Dataset.Field("/" + p.Name)!.Title)),
    ]);

    /// <summary>The 14 mandatory items.</summary>
    public static IReadOnlyList<MandatoryItem> All => LazyAll.Value;

    /// <summary>True where nothing is missing; items said to be unknown do not count.</summary>
    public bool IsComplete => Missing.Count == 0;

    internal static MissingItems Of(DatasetForm form) => new(
        [.. All.Where(i => IsMissing(form.Json[i.Field]))],
        [.. All.Where(i => IsUnknown(form.Json[i.Field]))]);

    private static bool IsMissing(JToken? value) => value switch
    {
        null or { Type: JTokenType.Null } => true,
        JValue { Value: string text } => string.IsNullOrWhiteSpace(text),
        JObject parts => parts.Properties().All(p => IsMissing(p.Value)),
        JArray several => several.All(IsMissing),
        _ => false,
    };

    private static bool IsUnknown(JToken? value) => value switch
    {
        JValue { Value: string text } => CodeText.Plain(text) is "unknown" or "ไม่ทราบ" or "not-specified",
        JObject { Count: > 0 } parts => parts.Properties().All(p => IsUnknown(p.Value)),
        JArray { Count: > 0 } several => several.All(IsUnknown),
        _ => false,
    };
}
