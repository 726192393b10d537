using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Schemas;
using OpenData.Server.Web.Forms;

namespace OpenData.Server.Web.Dictionaries;

/// <summary>Form 2 as a page: the way between a data dictionary and the inputs of its columns.</summary>
internal static class DictionarySheet
{
    /// <summary>The name of the inputs that say which columns there are, by number.</summary>
    public const string Columns = "columns";

    private const string MissingValues = "missingValues";
    private const string References = "references";

    private static readonly string[] Texts = ["label", "description", "unit"];
    private static readonly string[] Lines = ["name", "header", "type", "calendar", "format", "minimum", "maximum", "pattern", "role", "example"];
    private static readonly string[] Numbers = ["minLength", "maxLength"];
    private static readonly string[] Ticks = ["required", "unique"];

    /// <summary>What comes before the names of a column's inputs.</summary>
    public static string Prefix(int column) => string.Create(CultureInfo.InvariantCulture, $"columns.{column}.");

    /// <summary>The numbers of the columns that inputs hold.</summary>
    public static IReadOnlyList<int> ColumnsOf(FormInputs inputs) =>
        [.. inputs.All(Columns).Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Where(n => n is >= 0 and < ServerLimits.FormInputs).Distinct()];

    /// <summary>A dictionary in inputs.</summary>
    public static FormInputs Show(DataDictionary dictionary)
    {
        var inputs = new FormInputs();
        var json = DictionaryDocument.Write(dictionary);
        var columns = json["columns"]!.OfType<JObject>().ToList();
        inputs.Set(Columns, [.. columns.Select((_, i) => Text(i))]);
        for (var i = 0; i < columns.Count; i++)
        {
            Show(columns[i], dictionary.Columns[i], dictionary.Key.Contains(dictionary.Columns[i].Name), Prefix(i), inputs);
        }

        inputs.Set(MissingValues, string.Join('\n', dictionary.MissingValues.Where(v => v.Length > 0)));
        inputs.Set(References, string.Join('\n', dictionary.References.Select(ReferenceLine.Write)));
        return inputs;
    }

    /// <summary>The document that inputs hold; a reference that cannot be read stays a text, to be told.</summary>
    public static JObject Read(FormInputs inputs, DataDictionary? before)
    {
        var columns = new JArray();
        var key = new List<string>();
        foreach (var number in ColumnsOf(inputs))
        {
            var column = Column(inputs, Prefix(number));
            columns.Add(column);
            if (inputs.Has(Prefix(number) + "key", "true"))
            {
                key.Add((string?)column["name"] ?? "");
            }
        }

        var json = new JObject { ["columns"] = columns };
        if (key.Count > 0)
        {
            // The order of a key's columns is kept where the key is the same.
            json["key"] = new JArray(before is not null && before.Key.Order(StringComparer.Ordinal).SequenceEqual(key.Order(StringComparer.Ordinal)) ? before.Key : key);
        }

        PutMissingValues(json, Parts(inputs[MissingValues]), before);
        var references = Parts(inputs[References]);
        if (references.Count > 0)
        {
            json["references"] = new JArray(references.Select(ReferenceLine.Read));
        }

        return json;
    }

    private static void PutMissingValues(JObject json, IReadOnlyList<string> typed, DataDictionary? before)
    {
        IReadOnlyList<string> values = before is not null && before.MissingValues.Where(v => v.Length > 0).SequenceEqual(typed) ? before.MissingValues : ["", .. typed];
        if (values is not [""])
        {
            json["missingValues"] = new JArray(values);
        }
    }

    private static void Show(JObject json, DictionaryColumn column, bool isKey, string prefix, FormInputs inputs)
    {
        foreach (var name in Lines.Concat(Numbers))
        {
            inputs.Set(prefix + name, Convert.ToString((json[name] as JValue)?.Value, CultureInfo.InvariantCulture) ?? "");
        }

        foreach (var (name, text) in Texts.Zip((LocalText[])[column.Label, column.Description, column.Unit]))
        {
            inputs.Set($"{prefix}{name}.th", text.Th ?? "");
            inputs.Set($"{prefix}{name}.en", text.En ?? "");
        }

        foreach (var name in Ticks)
        {
            inputs.Set(prefix + name, json[name] is null ? "" : "true");
        }

        inputs.Set(prefix + "key", isKey ? "true" : "");
        inputs.Set(prefix + "codes", string.Join('\n', column.Codes.Select(c => CodeCell.Write([c]))));
    }

    private static JObject Column(FormInputs inputs, string prefix)
    {
        var column = new JObject();
        foreach (var name in Lines.Where(n => inputs[prefix + n].Length > 0))
        {
            column[name] = inputs[prefix + name];
        }

        foreach (var name in Texts)
        {
            var text = new JObject();
            foreach (var language in (string[])["th", "en"])
            {
                if (inputs[$"{prefix}{name}.{language}"] is { Length: > 0 } said)
                {
                    text[language] = said;
                }
            }

            if (text.Count > 0)
            {
                column[name] = text;
            }
        }

        foreach (var name in Numbers.Where(n => inputs[prefix + n].Length > 0))
        {
            column[name] = int.TryParse(inputs[prefix + name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : inputs[prefix + name];
        }

        foreach (var name in Ticks.Where(n => inputs.Has(prefix + n, "true")))
        {
            column[name] = true;
        }

        if (inputs[prefix + "codes"] is { Length: > 0 } codes)
        {
            column["codes"] = CodeCell.Read(codes.Replace('\n', '|'));
        }

        return column;
    }

    private static IReadOnlyList<string> Parts(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
