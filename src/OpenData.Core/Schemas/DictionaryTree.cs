using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>Between a valid tree of <c>dictionary.schema.json</c> and a <see cref="DataDictionary"/>.</summary>
internal static class DictionaryTree
{
    public static DataDictionary Read(JObject json)
    {
        var dictionary = new DataDictionary
        {
            Columns = [.. json["columns"]!.Select(ReadColumn)],
            Key = Texts(json["key"]),
            MissingValues = json["missingValues"] is { } missing ? Texts(missing) : [""],
            References = [.. (json["references"] ?? new JArray()).Select(r =>
                new Reference(Texts(r["columns"]), (string)r["dataset"]!, (string?)r["resource"], Texts(r["to"])))],
            Sha256 = "",
        };
        return dictionary with { Sha256 = DictionaryDocument.Sha256(dictionary) };
    }

    public static JObject Write(DataDictionary dictionary)
    {
        var json = new JObject { ["columns"] = new JArray(dictionary.Columns.Select(WriteColumn)) };
        if (dictionary.Key.Count > 0)
        {
            json["key"] = new JArray(dictionary.Key);
        }

        if (dictionary.MissingValues is not [""])
        {
            json["missingValues"] = new JArray(dictionary.MissingValues);
        }

        if (dictionary.References.Count > 0)
        {
            json["references"] = new JArray(dictionary.References.Select(WriteReference));
        }

        return json;
    }

    /// <summary>The type that a dictionary calls <paramref name="name"/>, or null.</summary>
    public static ColumnType? Type(string? name) => Named<ColumnType>(name);

    /// <summary>A string serves for both languages; an object says each.</summary>
    public static LocalText Text(JToken? token) => token switch
    {
        JObject both => new((string?)both["th"], (string?)both["en"]),
        JValue { Type: JTokenType.String } one => new((string?)one, (string?)one),
        _ => LocalText.Empty,
    };

    /// <summary>A number or string as the text of a value; a whole-number column may give its bound as 5.0.</summary>
    public static string? Value(JToken? token, ColumnType? type) => token switch
    {
        JValue { Value: decimal number } when type is ColumnType.Integer or ColumnType.Year && number == decimal.Truncate(number) => number.ToString("F0", CultureInfo.InvariantCulture),
        JValue { Value: bool truth } => truth ? "true" : "false",
        JValue { Value: { } value } => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static DictionaryColumn ReadColumn(JToken json)
    {
        var type = Type((string?)json["type"])!.Value;
        return new()
        {
            Name = (string)json["name"]!,
            Header = (string?)json["header"] ?? (string)json["name"]!,
            Label = Text(json["label"]),
            Description = Text(json["description"]),
            Type = type,
            Format = (string?)json["format"],
            Calendar = Named<Calendar>((string?)json["calendar"]) ?? Calendar.Gregorian,
            Unit = Text(json["unit"]),
            Required = (bool?)json["required"] ?? false,
            Unique = (bool?)json["unique"] ?? false,
            Minimum = Value(json["minimum"], type),
            Maximum = Value(json["maximum"], type),
            MinLength = (int?)json["minLength"],
            MaxLength = (int?)json["maxLength"],
            Pattern = (string?)json["pattern"],
            Codes = [.. (json["codes"] ?? new JArray()).Select(c => new CodeValue((string)c["code"]!, Text(c["label"])))],
            Role = Named<ColumnRole>((string?)json["role"]) ?? ColumnRole.None,
            Example = Value(json["example"], type),
        };
    }

    private static JObject WriteColumn(DictionaryColumn column)
    {
        var json = new JObject { ["name"] = column.Name };
        Put(json, "header", column.Header == column.Name ? null : column.Header);
        Put(json, "label", WriteText(column.Label));
        Put(json, "description", WriteText(column.Description));
        Put(json, "type", Name(column.Type));
        Put(json, "format", column.Format);
        Put(json, "calendar", column.Calendar == Calendar.Gregorian ? null : Name(column.Calendar));
        Put(json, "unit", WriteText(column.Unit));
        Put(json, "required", column.Required ? true : null);
        Put(json, "unique", column.Unique ? true : null);
        Put(json, "minimum", Bound(column.Minimum, column.Type));
        Put(json, "maximum", Bound(column.Maximum, column.Type));
        Put(json, "minLength", column.MinLength);
        Put(json, "maxLength", column.MaxLength);
        Put(json, "pattern", column.Pattern);
        Put(json, "codes", column.Codes.Count == 0 ? null : new JArray(column.Codes.Select(WriteCode)));
        Put(json, "role", column.Role == ColumnRole.None ? null : Name(column.Role));
        Put(json, "example", column.Example);
        return json;
    }

    private static JObject WriteCode(CodeValue code)
    {
        var json = new JObject { ["code"] = code.Code };
        Put(json, "label", WriteText(code.Label));
        return json;
    }

    private static JObject WriteReference(Reference reference)
    {
        var json = new JObject { ["columns"] = new JArray(reference.Columns), ["dataset"] = reference.Dataset };
        Put(json, "resource", reference.Resource);
        json["to"] = new JArray(reference.To);
        return json;
    }

    private static JToken? WriteText(LocalText text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        if (text.Th == text.En)
        {
            return text.Th;
        }

        var json = new JObject();
        Put(json, "th", text.Th);
        Put(json, "en", text.En);
        return json;
    }

    /// <summary>A bound of a number column is a JSON number where that keeps every digit, else a string.</summary>
    private static JToken? Bound(string? value, ColumnType type)
    {
        if (type is ColumnType.Integer or ColumnType.Number or ColumnType.Decimal)
        {
            if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && whole.ToString(CultureInfo.InvariantCulture) == value)
            {
                return whole;
            }

            // Newtonsoft writes a decimal without a point as 5.0, so only those with a point keep their digits.
            if (value?.Contains('.', StringComparison.Ordinal) == true
                && decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number.ToString(CultureInfo.InvariantCulture) == value)
            {
                return number;
            }
        }

        return value;
    }

    private static void Put(JObject json, string name, JToken? value)
    {
        // A null string becomes a JValue of type String that holds null.
        if (value is not null and not JValue { Value: null })
        {
            json[name] = value;
        }
    }

    private static string[] Texts(JToken? array) => array is null ? [] : [.. array.Select(t => (string)t!)];

    private static T? Named<T>(string? name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Name(value) == name)
            {
                return value;
            }
        }

        return null;
    }

    private static string Name<T>(T value)
        where T : struct, Enum
        => value.ToString().ToLowerInvariant();
}
