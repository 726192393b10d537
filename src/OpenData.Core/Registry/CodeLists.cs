using Newtonsoft.Json.Linq;
using OpenData.Schemas;

namespace OpenData.Registry;

/// <summary>One value of a code list of Form 1.</summary>
/// <param name="Code">Our stable ASCII code.</param>
/// <param name="Label">What it means; the Thai label is the exact string that Thai catalogs (CKAN) exchange.</param>
/// <param name="Official">The code of the DGA standard, or null where it has none.</param>
/// <param name="Generations">The versions of the national catalog's schema that know it: 2.1.0, 2.2.4.</param>
public sealed record CodeEntry(string Code, LocalText Label, string? Official, IReadOnlyList<string> Generations);

/// <summary>The code lists of Form 1, read once from <c>schemas/codelists.json</c>.</summary>
public static class CodeLists
{
    private static readonly Lazy<JObject> Json = new(() => JObject.Parse(SchemaFile.Embedded("codelists.json")));
    private static readonly Lazy<Dictionary<string, IReadOnlyList<CodeEntry>>> Lists = new(ReadLists);
    private static readonly Lazy<Dictionary<(string List, string Text), string>> Codes = new(ReadCodes);

    /// <summary>The names of the lists.</summary>
    public static IReadOnlyCollection<string> Names => Lists.Value.Keys;

    /// <summary>The values of a list, by its name or by the name of a field that uses it; empty where there is no such list.</summary>
    public static IReadOnlyList<CodeEntry> Of(string list) => Lists.Value.GetValueOrDefault(ListOf(list)) ?? [];

    /// <summary>The value called <paramref name="code"/>, or null.</summary>
    public static CodeEntry? Find(string list, string? code) => Of(list).FirstOrDefault(e => e.Code == code);

    /// <summary>The label of a code in Thai and English, or null where the list has no such code.</summary>
    public static LocalText? Label(string list, string? code) => Find(list, code)?.Label;

    /// <summary>
    /// Our code for a text: the code itself, the Thai string of CKAN, an English label, an official code, or another
    /// known writing. Case and spaces are forgiven. Null where the list has nothing of that kind.
    /// </summary>
    public static string? CodeOf(string list, string text) =>
        Codes.Value.TryGetValue((ListOf(list), CodeText.Plain(text)), out var code) ? code : null;

    /// <summary>The list that a field uses: <c>resource_disaggregate</c> uses <c>disaggregate</c>.</summary>
    public static string ListOf(string field) => (string?)Json.Value["aliases"]![field] ?? field;

    /// <summary>The classifications that data of a category may have (schema 2.2.4); empty where the category is not known.</summary>
    public static IReadOnlyList<string> ClassificationsOf(string category) =>
        [.. (Json.Value["classificationsByCategory"]![category] ?? Enumerable.Empty<JToken>()).Select(c => (string)c!)];

    /// <summary>What yes or no is called for a field, such as ยินยอม for <c>allow_harvest</c>.</summary>
    public static LocalText BooleanLabel(string field, bool value)
    {
        var entry = Boolean(field, value);
        return entry is null ? (value ? new("ใช่", "Yes") : new("ไม่ใช่", "No")) : new((string?)entry["th"], (string?)entry["en"]);
    }

    /// <summary>Yes or no as a text says it: True, ใช่, ยินยอม, yes; null where it says neither.</summary>
    public static bool? Truth(string field, string text)
    {
        foreach (var value in (bool[])[false, true])
        {
            if (Boolean(field, value) is { } entry && entry.Values().Any(v => CodeText.Plain((string?)v ?? "") == CodeText.Plain(text)))
            {
                return value;
            }
        }

        return YesNo.Read(text);
    }

    private static JObject? Boolean(string field, bool value) => Json.Value["booleans"]![field]?[value ? "true" : "false"] as JObject;

    private static Dictionary<string, IReadOnlyList<CodeEntry>> ReadLists() => ((JObject)Json.Value["lists"]!).Properties().ToDictionary(
        p => p.Name,
        p => (IReadOnlyList<CodeEntry>)[.. p.Value.Select(e => new CodeEntry(
            (string)e["code"]!,
            new LocalText((string?)e["th"], (string?)e["en"]),
            (string?)e["official"],
            [.. e["generations"]!.Select(g => (string)g!)]))],
        StringComparer.Ordinal);

    private static Dictionary<(string List, string Text), string> ReadCodes()
    {
        var codes = new Dictionary<(string, string), string>();
        foreach (var (list, entries) in Lists.Value)
        {
            // Codes first: no other writing may take a code from its own value.
            var writings = entries.Select(e => (Text: e.Code, e.Code))
                .Concat(entries.Select(e => (Text: e.Label.Th ?? "", e.Code)))
                .Concat(entries.Select(e => (Text: e.Label.En ?? "", e.Code)))
                .Concat(entries.Select(e => (Text: e.Official ?? "", e.Code)))
                .Concat(CodeText.OtherWritings(list));
            foreach (var (text, code) in writings.Where(w => w.Text.Length > 0))
            {
                codes.TryAdd((list, CodeText.Plain(text)), code);
            }
        }

        return codes;
    }
}
