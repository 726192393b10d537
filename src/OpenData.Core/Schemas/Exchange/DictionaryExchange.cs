using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas.Exchange;

/// <summary>Reads a dictionary as JSON of any standard that we know: our own, Frictionless Table Schema, or W3C CSVW metadata. What it holds tells which.</summary>
public static class DictionaryExchange
{
    /// <summary>Reads a text, or tells every fault of it.</summary>
    public static ExchangedDictionary Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var (source, malformed) = JsonSource.Parse(json);
        if (source is null)
        {
            return new(null, malformed, []);
        }

        if (source.Root is JObject { } document && document["columns"] is null)
        {
            if (document["fields"] is JArray)
            {
                return Read(new TableSchemaReader(document));
            }

            if (document["tableSchema"] is JObject || document["tables"] is JArray { Count: > 0 })
            {
                return Read(new CsvwReader(document));
            }
        }

        var (value, errors) = DictionaryDocument.Read(json);
        return new(value, errors, []);
    }

    /// <summary>Reads bytes, which are UTF-8.</summary>
    public static ExchangedDictionary Read(ReadOnlySpan<byte> utf8)
    {
        var (text, broken) = JsonSource.Decode(utf8);
        return text is null ? new(null, [broken!], []) : Read(text);
    }

    /// <summary>Reads a Table Schema that stands in a data package.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="dataset">The name of the dataset that the package becomes, to which its references point.</param>
    public static ExchangedDictionary ReadTableSchema(JObject schema, string dataset) => Read(new TableSchemaReader(schema) { Dataset = dataset });

    private static ExchangedDictionary Read(DictionaryReader reader)
    {
        var dictionary = reader.Read();
        var (value, errors) = DictionaryDocument.Read(dictionary.ToString(Formatting.None));
        return new(value, [.. errors.Select(e => e with { Line = 0 })], reader.Losses);
    }
}
