using System.Text.Json;
using OpenData.Server.Dcat.Rdf;

namespace OpenData.Server.Dcat.Listings;

/// <summary>Members of a listing's JSON that are there only where there is something to say; texts without characters that XML could not hold, as in the other notations.</summary>
internal static class ListingJson
{
    /// <summary>A text, unless it is empty.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>An array of texts, unless it is empty.</summary>
    public static void WriteList(this Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(RdfText.Clean(value));
        }

        json.WriteEndArray();
    }
}
