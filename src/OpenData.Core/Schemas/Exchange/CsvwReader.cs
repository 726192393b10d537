using Newtonsoft.Json.Linq;

namespace OpenData.Schemas.Exchange;

/// <summary>Reads W3C metadata for tabular data (CSVW): of one table, or of a group with one table.</summary>
internal sealed class CsvwReader(JObject document) : DictionaryReader
{
    private static readonly string[] Descriptions = ["dc:description", "dcterms:description", "rdfs:comment", "schema:description", "description"];

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["string"] = "text", ["normalizedString"] = "text", ["token"] = "text", ["anyURI"] = "text", ["any"] = "text", ["anyAtomicType"] = "text", ["language"] = "text", ["Name"] = "text",
        ["integer"] = "integer", ["int"] = "integer", ["long"] = "integer", ["short"] = "integer", ["byte"] = "integer", ["nonNegativeInteger"] = "integer", ["positiveInteger"] = "integer", ["unsignedInt"] = "integer", ["unsignedShort"] = "integer", ["unsignedByte"] = "integer", ["negativeInteger"] = "integer", ["nonPositiveInteger"] = "integer", ["unsignedLong"] = "integer",
        ["number"] = "number", ["double"] = "number", ["float"] = "number", ["decimal"] = "decimal", ["boolean"] = "boolean",
        ["date"] = "date", ["datetime"] = "datetime", ["dateTime"] = "datetime", ["dateTimeStamp"] = "datetime", ["time"] = "time", ["gYear"] = "year",
    };

    private readonly Dictionary<string, string> identifiers = new(StringComparer.Ordinal);

    public override JObject Read()
    {
        var (table, pointer) = Table();
        var schema = table["tableSchema"] as JObject ?? [];
        var at = JsonPointer.Member(pointer, "tableSchema");
        var columns = new JArray();
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var given = schema["columns"] as JArray ?? [];
        for (var i = 0; i < given.Count; i++)
        {
            var place = JsonPointer.Element(JsonPointer.Member(at, "columns"), i);
            if (given[i] is not JObject column)
            {
                columns.Add(given[i].DeepClone());
            }
            else if ((bool?)column["virtual"] == true)
            {
                Lose(place, "คอลัมน์เสมือนไม่ได้นำมา เพราะไม่มีอยู่ในไฟล์", "The virtual column was left out: it is not in the file.");
            }
            else
            {
                columns.Add(Column(column, i, place, missing));
            }
        }

        var dictionary = new JObject { ["columns"] = columns };
        var key = schema["primaryKey"] is JArray several ? [.. several.Select(Word).OfType<string>()] : Word(schema["primaryKey"]) is { } one ? (string[])[one] : [];
        if (key.Length > 0)
        {
            dictionary["key"] = new JArray(key.Select(k => identifiers.GetValueOrDefault(k, k)));
        }

        if (missing.Count > 0)
        {
            dictionary["missingValues"] = new JArray(missing.Prepend(""));
        }

        LoseOthers(schema, at, "columns", "primaryKey", "@type", "@id");
        return dictionary;
    }

    private (JObject Table, string Pointer) Table()
    {
        if (document["tables"] is not JArray tables)
        {
            return (document, "");
        }

        for (var i = 1; i < tables.Count; i++)
        {
            Lose(JsonPointer.Element("/tables", i), "อ่านได้ทีละตาราง จึงอ่านเฉพาะตารางแรก", "One table is read at a time; only the first was.");
        }

        return (tables[0] as JObject ?? [], "/tables/0");
    }

    private JObject Column(JObject column, int index, string pointer, SortedSet<string> missing)
    {
        var titles = Titles(column["titles"]);
        var name = Word(column["name"]) is { } given ? Uri.UnescapeDataString(given) : titles.Header ?? "";
        var identifier = Identifier(name, index, JsonPointer.Member(pointer, "name"));
        identifiers[name] = identifier;
        var header = titles.Header ?? name;
        var json = new JObject { ["name"] = identifier };
        if (header != identifier)
        {
            json["header"] = header;
        }

        if (titles.Label is { } label)
        {
            json["label"] = label;
        }

        json["description"] = Description(Descriptions.Select(d => Text(column[d])).FirstOrDefault(d => d is not null), titles.Label, name, pointer);
        Datatype(column["datatype"], json, JsonPointer.Member(pointer, "datatype"));
        if ((bool?)column["required"] == true)
        {
            json["required"] = true;
        }

        foreach (var empty in column["null"] is JArray several ? several : new JArray(column["null"] ?? ""))
        {
            if (Word(empty) is { } text)
            {
                missing.Add(text);
            }
        }

        LoseOthers(column, pointer, ["name", "titles", "datatype", "required", "null", "@type", "virtual", "suppressOutput", .. Descriptions]);
        return json;
    }

    private void Datatype(JToken? given, JObject column, string pointer)
    {
        var details = given as JObject;
        var name = Word(given) ?? Word(details?["base"]) ?? "string";
        if (!Types.TryGetValue(name, out var type))
        {
            Lose(pointer, $"ไม่มีชนิด “{name}” จึงใช้ text", $"There is no type “{name}”; it is taken as text.");
            type = "text";
        }

        column["type"] = type;
        if (details is null)
        {
            return;
        }

        Put(column, "minimum", details["minimum"] ?? details["minInclusive"]);
        Put(column, "maximum", details["maximum"] ?? details["maxInclusive"]);
        if (type == "text")
        {
            Put(column, "minLength", details["minLength"] ?? details["length"]);
            Put(column, "maxLength", details["maxLength"] ?? details["length"]);
            Put(column, "pattern", details["format"]);
        }
        else if (Word(details["format"]) is { } format && format is not ("yyyy-MM-dd" or "true|false"))
        {
            Lose(JsonPointer.Member(pointer, "format"), $"รูปแบบ “{format}” ไม่ได้นำมา ค่าต้องเขียนตามมาตรฐานของชนิดข้อมูล", $"The format “{format}” was left out; values must be written in the form of their type.");
        }

        LoseOthers(details, pointer, "base", "format", "minimum", "maximum", "minInclusive", "maxInclusive", "length", "minLength", "maxLength", "@id", "dc:title", "dc:description");
    }

    /// <summary>The header that a file has, and what people read: titles without a language are headers.</summary>
    private static (string? Header, JToken? Label) Titles(JToken? titles)
    {
        if (titles is not JObject languages)
        {
            var only = First(titles);
            return (only, null);
        }

        var label = new JObject();
        Put(label, "th", First(languages["th"]));
        Put(label, "en", First(languages["en"]));
        return (First(languages["und"]) ?? First(languages["th"]) ?? First(languages["en"]) ?? languages.Properties().Select(p => First(p.Value)).FirstOrDefault(), label.Count == 0 ? null : label);
    }

    private static string? First(JToken? titles) => titles is JArray several ? several.Select(Word).FirstOrDefault(w => w is not null) : Word(titles);

    /// <summary>A common property as a text of ours: a string, or values with their languages.</summary>
    private static JToken? Text(JToken? token)
    {
        if (Word(token) is { } plain)
        {
            return plain;
        }

        var values = token switch { JArray several => several.OfType<JObject>(), JObject one => [one], _ => [] };
        var text = new JObject();
        foreach (var value in values)
        {
            Put(text, Word(value["@language"]) is { } language && language.StartsWith("en", StringComparison.Ordinal) ? "en" : "th", Word(value["@value"]));
        }

        return text.Count == 0 ? null : text;
    }

    private static void Put(JObject json, string name, JToken? value)
    {
        if (value is not null and not JValue { Value: null })
        {
            json[name] = value.DeepClone();
        }
    }
}
