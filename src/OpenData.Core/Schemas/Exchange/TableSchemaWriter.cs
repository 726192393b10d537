using Newtonsoft.Json.Linq;

namespace OpenData.Schemas.Exchange;

/// <summary>
/// Writes a dictionary as a Frictionless Table Schema (version 1, which most tools read), of the CSV that the catalog serves: headers are the
/// columns' names, dates are of the common era. What Table Schema has no word for stands under <c>opendata</c>.
/// </summary>
public static class TableSchemaWriter
{
    /// <summary>The schema.</summary>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="foreign">Gives the reference to another resource as Table Schema writes it, or null where it cannot be written.</param>
    public static JObject Write(DataDictionary dictionary, Func<Reference, JObject?> foreign)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        ArgumentNullException.ThrowIfNull(foreign);
        var own = DictionaryDocument.Write(dictionary);
        var schema = new JObject
        {
            ["fields"] = new JArray(dictionary.Columns.Select((column, i) => Field(column, (JObject)own["columns"]![i]!))),
            ["missingValues"] = new JArray(dictionary.MissingValues.Contains("") ? dictionary.MissingValues : dictionary.MissingValues.Prepend("")),
        };
        if (dictionary.Key.Count > 0)
        {
            schema["primaryKey"] = dictionary.Key.Count == 1 ? dictionary.Key[0] : new JArray(dictionary.Key);
        }

        var keys = new JArray(dictionary.References.Select(r => (Reference: r, Target: foreign(r))).Where(r => r.Target is not null)
            .Select(r => new JObject { ["fields"] = new JArray(r.Reference.Columns), ["reference"] = r.Target }));
        if (keys.Count > 0)
        {
            schema["foreignKeys"] = keys;
        }

        var kept = new JObject();
        Move(own, kept, "references");
        Move(own, kept, "missingValues");
        if (kept.Count > 0)
        {
            schema[DictionaryReader.Own] = kept;
        }

        return schema;
    }

    private static JObject Field(DictionaryColumn column, JObject own)
    {
        var (type, format) = TypeOf(column.Type);
        var field = new JObject { ["name"] = column.Name };
        Put(field, "title", column.Label.IsEmpty ? null : column.Label.In(Language.Thai));
        Put(field, "description", column.Description.IsEmpty ? null : column.Description.In(Language.Thai));
        field["type"] = type;
        Put(field, "format", format);
        Put(field, "example", own["example"]);
        var constraints = Constraints(column, own);
        if (constraints.Count > 0)
        {
            field["constraints"] = constraints;
        }

        var kept = new JObject();
        foreach (var member in (string[])["header", "format", "calendar", "unit", "role", "minimum", "maximum"])
        {
            if (member is not ("minimum" or "maximum") || column.Calendar == Calendar.Buddhist)
            {
                Move(own, kept, member);
            }
        }

        Keep(own, kept, "label", own["label"] is JObject);
        Keep(own, kept, "description", own["description"] is JObject);
        Keep(own, kept, "type", column.Type is ColumnType.Decimal or ColumnType.Code);
        Keep(own, kept, "codes", column.Codes.Any(c => !c.Label.IsEmpty));
        if (kept.Count > 0)
        {
            field[DictionaryReader.Own] = kept;
        }

        return field;
    }

    private static JObject Constraints(DictionaryColumn column, JObject own)
    {
        var constraints = new JObject();
        foreach (var name in (string[])["required", "unique", "minLength", "maxLength", "pattern"])
        {
            Put(constraints, name, own[name]);
        }

        if (column.Calendar == Calendar.Gregorian)
        {
            // A bound of a Buddhist year is of the file's calendar, and the CSV is of the common era.
            Put(constraints, "minimum", own["minimum"]);
            Put(constraints, "maximum", own["maximum"]);
        }

        if (column.Codes.Count > 0)
        {
            constraints["enum"] = new JArray(column.Codes.Select(c => c.Code));
        }

        return constraints;
    }

    private static (string Type, string? Format) TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer => ("integer", null),
        ColumnType.Number or ColumnType.Decimal => ("number", null),
        ColumnType.Boolean => ("boolean", null),
        ColumnType.Date => ("date", null),
        ColumnType.DateTime => ("datetime", "any"),
        ColumnType.Time => ("time", "any"),
        ColumnType.Year => ("year", null),
        _ => ("string", null),
    };

    private static void Keep(JObject own, JObject kept, string member, bool wanted)
    {
        if (wanted)
        {
            Move(own, kept, member);
        }
    }

    private static void Move(JObject from, JObject to, string member) => Put(to, member, from[member]);

    private static void Put(JObject json, string name, JToken? value)
    {
        if (value is not null and not JValue { Value: null })
        {
            json[name] = value.DeepClone();
        }
    }
}
