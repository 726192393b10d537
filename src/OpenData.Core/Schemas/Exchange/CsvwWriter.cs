using Newtonsoft.Json.Linq;

namespace OpenData.Schemas.Exchange;

/// <summary>Writes W3C metadata for tabular data (CSVW) of the CSV that the catalog serves: columns with types and titles, the key, and how the file is written.</summary>
public static class CsvwWriter
{
    private const string Context = "http://www.w3.org/ns/csvw";

    /// <summary>A time of day with or without seconds, which no format of CSVW says.</summary>
    private const string TimeOfDay = "[0-9]{2}:[0-9]{2}(:[0-9]{2})?";

    /// <summary>The metadata of one table.</summary>
    /// <param name="url">The address of the CSV.</param>
    /// <param name="dictionary">The dictionary of its columns.</param>
    /// <param name="about">Common properties of the table, such as <c>dc:title</c>.</param>
    public static JObject Write(string url, DataDictionary dictionary, JObject about)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        ArgumentNullException.ThrowIfNull(about);
        var metadata = new JObject
        {
            ["@context"] = new JArray(Context, new JObject { ["@language"] = "th" }),
            ["@type"] = "Table",
            ["url"] = url,
        };
        metadata.Merge(about);
        metadata["dialect"] = new JObject
        {
            ["encoding"] = "utf-8",
            ["delimiter"] = ",",
            ["quoteChar"] = "\"",
            ["doubleQuote"] = true,
            ["header"] = true,
            ["headerRowCount"] = 1,
            ["lineTerminators"] = new JArray("\r\n", "\n"),
        };
        var schema = new JObject { ["@type"] = "Schema", ["columns"] = new JArray(dictionary.Columns.Select(Column)) };
        if (dictionary.Key.Count > 0)
        {
            schema["primaryKey"] = dictionary.Key.Count == 1 ? dictionary.Key[0] : new JArray(dictionary.Key);
        }

        metadata["tableSchema"] = schema;
        return metadata;
    }

    /// <summary>A text in its languages, as CSVW's natural-language properties and common properties are written.</summary>
    public static JToken? Texts(LocalText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.IsEmpty)
        {
            return null;
        }

        return text.Th == text.En
            ? text.Th
            : new JArray(new[] { ("th", text.Th), ("en", text.En) }.Where(t => !string.IsNullOrEmpty(t.Item2)).Select(t => new JObject { ["@value"] = t.Item2, ["@language"] = t.Item1 }));
    }

    private static JObject Column(DictionaryColumn column)
    {
        // The header of our CSV is the name: it has no language, and must be among the titles.
        var titles = new JObject { ["und"] = column.Name };
        Add(titles, "th", column.Label.Th);
        Add(titles, "en", column.Label.En);
        var json = new JObject { ["@type"] = "Column", ["name"] = column.Name, ["titles"] = titles };
        if (Texts(column.Description) is { } description)
        {
            json["dc:description"] = description;
        }

        json["datatype"] = Datatype(column);
        if (column.Required)
        {
            json["required"] = true;
        }

        json["null"] = "";
        return json;
    }

    private static void Add(JObject titles, string language, string? title)
    {
        if (!string.IsNullOrEmpty(title))
        {
            titles[language] = title;
        }
    }

    private static JToken Datatype(DictionaryColumn column)
    {
        var datatype = new JObject { ["base"] = Base(column.Type) };
        switch (column.Type)
        {
            case ColumnType.Date:
                datatype["format"] = "yyyy-MM-dd";
                break;
            case ColumnType.Boolean:
                datatype["format"] = "true|false";
                break;
            case ColumnType.Time:
                datatype["format"] = TimeOfDay;
                break;
            case ColumnType.Text or ColumnType.Code:
                Length(datatype, column);
                break;
        }

        if (column.Calendar == Calendar.Gregorian && column.Type is ColumnType.Integer or ColumnType.Number or ColumnType.Decimal or ColumnType.Date or ColumnType.Year)
        {
            Bound(datatype, "minimum", column.Minimum);
            Bound(datatype, "maximum", column.Maximum);
        }

        return datatype.Count == 1 ? datatype["base"]! : datatype;
    }

    private static string Base(ColumnType type) => type switch
    {
        ColumnType.Integer => "integer",
        ColumnType.Number => "double",
        ColumnType.Decimal => "decimal",
        ColumnType.Boolean => "boolean",
        ColumnType.Date => "date",
        ColumnType.DateTime => "dateTime",
        ColumnType.Year => "gYear",
        _ => "string",
    };

    private static void Length(JObject datatype, DictionaryColumn column)
    {
        if (column.MinLength is { } least)
        {
            datatype["minLength"] = least;
        }

        if (column.MaxLength is { } most)
        {
            datatype["maxLength"] = most;
        }

        if (column.Pattern is { } pattern)
        {
            datatype["format"] = pattern;
        }
    }

    private static void Bound(JObject datatype, string name, string? value)
    {
        if (value is not null)
        {
            datatype[name] = value;
        }
    }
}
