using Newtonsoft.Json.Linq;

namespace OpenData.Schemas.Exchange;

/// <summary>Reads a Frictionless Table Schema (versions 1 and 2).</summary>
internal sealed class TableSchemaReader(JObject schema) : DictionaryReader
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["string"] = "text", ["integer"] = "integer", ["number"] = "number", ["boolean"] = "boolean", ["date"] = "date", ["datetime"] = "datetime", ["time"] = "time", ["year"] = "year", ["any"] = "text",
    };

    private static readonly string[] PlainFormats = ["default", "any"];
    private readonly Dictionary<string, string> identifiers = new(StringComparer.Ordinal);

    /// <summary>The dataset whose resources the references name, or null where that is not known.</summary>
    public string? Dataset { get; init; }

    public override JObject Read()
    {
        var columns = new JArray();
        var fields = (JArray)schema["fields"]!;
        for (var i = 0; i < fields.Count; i++)
        {
            columns.Add(fields[i] is JObject field ? Column(field, i) : fields[i].DeepClone());
        }

        var own = schema[Own] as JObject;
        var dictionary = new JObject { ["columns"] = columns };
        Key(dictionary);
        MissingValues(dictionary, own);
        References(dictionary, own);
        LoseOthers(schema, "", "fields", "primaryKey", "foreignKeys", "missingValues", Own, "$schema", "profile", "name", "title", "description");
        return dictionary;
    }

    private JObject Column(JObject field, int index)
    {
        var pointer = JsonPointer.Element("/fields", index);
        var own = field[Own] as JObject ?? [];
        var name = Word(field["name"]) ?? "";
        var identifier = Identifier(name, index, JsonPointer.Member(pointer, "name"));
        identifiers[name] = identifier;
        var title = Some(own["label"] ?? Word(field["title"]));
        var column = new JObject { ["name"] = identifier };
        Put(column, "header", own["header"] ?? (identifier == name ? null : name));
        Put(column, "label", title ?? (identifier == name ? null : name));
        Put(column, "description", Description(own["description"] ?? Word(field["description"]), title, name, pointer));
        Put(column, "type", own["type"] ?? Type(field, pointer));
        Format(field, own, column, pointer);
        foreach (var member in (string[])["calendar", "unit", "role", "minimum", "maximum"])
        {
            Put(column, member, own[member]);
        }

        Constraints(field, own, column, pointer);
        Put(column, "example", field["example"]);
        LoseOthers(field, pointer, "name", "title", "description", "type", "format", "constraints", "example", "bareNumber", "decimalChar", "groupChar", "trueValues", "falseValues", "categories", "missingValues", Own);
        return column;
    }

    private string Type(JObject field, string pointer)
    {
        var type = Word(field["type"]) ?? "string";
        var codes = field["constraints"]?["enum"] ?? field["categories"];
        if (type == "string" && codes is JArray { Count: > 0 })
        {
            return "code";
        }

        if (Types.TryGetValue(type, out var known))
        {
            return known;
        }

        Lose(JsonPointer.Member(pointer, "type"), $"ไม่มีชนิด “{type}” จึงใช้ text", $"There is no type “{type}”; it is taken as text.");
        return "text";
    }

    private void Format(JObject field, JObject own, JObject column, string pointer)
    {
        Put(column, "format", own["format"]);
        if (Word(field["format"]) is { } format && !PlainFormats.Contains(format))
        {
            Lose(JsonPointer.Member(pointer, "format"), $"รูปแบบ “{format}” ไม่ได้นำมา ค่าต้องเขียนตามมาตรฐานของชนิดข้อมูล", $"The format “{format}” was left out; values must be written in the form of their type.");
        }

        foreach (var (name, plain) in new (string, string)[] { ("decimalChar", "."), ("groupChar", ""), ("bareNumber", "True") })
        {
            if (field[name] is { } value && value.ToString() != plain)
            {
                Lose(JsonPointer.Member(pointer, name), $"“{name}” ไม่ได้นำมา ตัวเลขต้องเขียนด้วยจุดทศนิยมและไม่มีเครื่องหมายคั่นหลักหรือหน่วย", $"“{name}” was left out; numbers must be written with a decimal point and without separators or units.");
            }
        }

        foreach (var name in (string[])["trueValues", "falseValues", "missingValues"])
        {
            if (field[name] is JArray)
            {
                Lose(JsonPointer.Member(pointer, name), $"“{name}” ของคอลัมน์ไม่ได้นำมา", $"“{name}” of one column was left out.");
            }
        }
    }

    private void Constraints(JObject field, JObject own, JObject column, string pointer)
    {
        var at = JsonPointer.Member(pointer, "constraints");
        if (field["constraints"] is JObject constraints)
        {
            foreach (var member in (string[])["required", "unique", "minLength", "maxLength", "pattern", "minimum", "maximum"])
            {
                Put(column, member, column[member] ?? constraints[member]);
            }

            LoseOthers(constraints, at, "required", "unique", "minLength", "maxLength", "pattern", "minimum", "maximum", "enum");
        }

        var given = own["codes"] ?? field["categories"] ?? field["constraints"]?["enum"];
        if (given is JArray { Count: > 0 } codes)
        {
            column["codes"] = new JArray(codes.Select(Code));
        }
    }

    private static JToken Code(JToken value) => value switch
    {
        JObject own when own["code"] is not null => own.DeepClone(),
        JObject category => new JObject(new[] { new JProperty("code", Text(category["value"])), Word(category["label"]) is { } label ? new JProperty("label", label) : null }.OfType<JProperty>()),
        _ => new JObject { ["code"] = Text(value) },
    };

    private static string Text(JToken? value) => value switch
    {
        JValue { Value: bool truth } => truth ? "true" : "false",
        JValue { Value: { } one } => Convert.ToString(one, System.Globalization.CultureInfo.InvariantCulture) ?? "",
        _ => "",
    };

    private void Key(JObject dictionary)
    {
        var key = schema["primaryKey"] switch
        {
            JArray several => several.Select(Word).OfType<string>().ToList(),
            { } one when Word(one) is { } name => [name],
            _ => [],
        };
        if (key.Count > 0)
        {
            dictionary["key"] = new JArray(key.Select(Renamed));
        }
    }

    private void MissingValues(JObject dictionary, JObject? own)
    {
        var given = own?["missingValues"] ?? schema["missingValues"];
        if (given is JArray values && values.Any(v => v is not JValue { Value: "" }))
        {
            dictionary["missingValues"] = new JArray(values.Select(v => v is JObject labelled ? labelled["value"]?.DeepClone() : v.DeepClone()));
        }
    }

    private void References(JObject dictionary, JObject? own)
    {
        if (own?["references"] is JArray kept)
        {
            dictionary["references"] = kept.DeepClone();
            return;
        }

        var references = new JArray();
        var keys = schema["foreignKeys"] as JArray ?? [];
        for (var i = 0; i < keys.Count; i++)
        {
            var resource = Word(keys[i]["reference"]?["resource"]);
            var to = Names(keys[i]["reference"]?["fields"]);
            if (Dataset is null || resource is null || keys[i]["reference"]?["package"] is not null || to.Count == 0)
            {
                Lose(JsonPointer.Element("/foreignKeys", i), "คีย์นอกไม่ได้นำมา เพราะไม่รู้ว่าอยู่ในชุดข้อมูลใดของแค็ตตาล็อกนี้", "The foreign key was left out: which dataset of this catalog it points to is not known.");
                continue;
            }

            references.Add(new JObject { ["columns"] = new JArray(Names(keys[i]["fields"]).Select(Renamed)), ["dataset"] = Dataset, ["resource"] = resource.ToLowerInvariant(), ["to"] = new JArray(to) });
        }

        if (references.Count > 0)
        {
            dictionary["references"] = references;
        }
    }

    private static IReadOnlyList<string> Names(JToken? fields) => fields is JArray several ? [.. several.Select(Word).OfType<string>()] : Word(fields) is { } one ? [one] : [];

    private string Renamed(string name) => identifiers.GetValueOrDefault(name, name);

    private static void Put(JObject json, string name, JToken? value)
    {
        if (value is not null and not JValue { Value: null })
        {
            json[name] = value.DeepClone();
        }
    }
}
