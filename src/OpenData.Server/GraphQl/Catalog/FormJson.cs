using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Schemas;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>Turns the inputs of mutations into the JSON documents of Form 1 and Form 2, which are then read as any other.</summary>
internal static class FormJson
{
    private static readonly Dictionary<string, string> DatasetKeys = FormItem.OfDataset.ToDictionary(i => i.Name, i => i.Key, StringComparer.Ordinal);
    private static readonly Dictionary<string, string> ResourceKeys = FormItem.OfResource.ToDictionary(i => i.Name, i => i.Key, StringComparer.Ordinal);
    private static readonly string[] Bounds = ["minimum", "maximum"];

    /// <summary>Form 1.</summary>
    public static string OfDataset(IReadOnlyDictionary<string, object?> input)
    {
        var form = Of(input, DatasetKeys);
        if (form.Property("organization", StringComparison.Ordinal) is { } owner)
        {
            // A short name alone names an agency that is there; with a title it describes one.
            owner.Replace(new JProperty("owner_org", owner.Value["title"] is null ? owner.Value["name"] : owner.Value));
        }

        if (input.GetValueOrDefault("resources") is IEnumerable<object?> resources)
        {
            form["resources"] = new JArray(resources.OfType<IReadOnlyDictionary<string, object?>>().Select(r => Of(r, ResourceKeys)));
        }

        return form.ToString();
    }

    /// <summary>Form 2.</summary>
    public static string OfDictionary(IReadOnlyDictionary<string, object?> input)
    {
        var dictionary = Of(input, []);
        foreach (var column in dictionary["columns"]!.OfType<JObject>())
        {
            WriteBounds(column);
        }

        return dictionary.ToString();
    }

    /// <summary>Bounds of numbers are numbers in the form, and texts here: no number of a program is as long as a decimal may be.</summary>
    private static void WriteBounds(JObject column)
    {
        if ((string?)column["type"] is not ("integer" or "number" or "decimal" or "year"))
        {
            return;
        }

        foreach (var bound in Bounds)
        {
            if (decimal.TryParse((string?)column[bound], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                column[bound] = number == decimal.Truncate(number) && Math.Abs(number) < long.MaxValue ? (long)number : number;
            }
        }
    }

    private static JObject Of(IReadOnlyDictionary<string, object?> input, Dictionary<string, string> keys)
    {
        var json = new JObject();
        foreach (var (name, value) in input.Where(i => i.Value is not null))
        {
            json[keys.GetValueOrDefault(name, name)] = Of(value!);
        }

        return json;
    }

    private static JToken Of(object value) => value switch
    {
        IReadOnlyDictionary<string, object?> map => Of(map, []),
        string text => text,
        ColumnType type => type.ToString().ToLowerInvariant(),
        IEnumerable<object?> list => new JArray(list.OfType<object>().Select(Of)),
        _ => JToken.FromObject(value),
    };
}
