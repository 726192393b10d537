using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Json;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Store.Registry;

/// <summary>
/// A data dictionary as the registry keeps it: the record itself as JSON. Not Form 2, whose writing leaves out what is default:
/// what was released must be read back the same when the defaults change.
/// </summary>
internal static class StoredDictionary
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,

        // The text never meets a browser, and Thai takes half the room unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(DataDictionary dictionary) => JsonSerializer.Serialize(dictionary, Options);

    public static DataDictionary Read(string json) => JsonSerializer.Deserialize<DataDictionary>(json, Options)!;

    /// <summary>
    /// The version of a kept dictionary: as it is noted, where what is kept is what it was made from; else the hash of what is kept,
    /// which is another one.
    /// </summary>
    public static string VersionOf(string json, string noted)
    {
        try
        {
            var dictionary = Read(json);
            return dictionary.Sha256 == noted && DictionaryDocument.Sha256(dictionary) == noted ? noted : CanonicalLines.HashOf(json);
        }
        catch (JsonException)
        {
            return CanonicalLines.HashOf(json);
        }
    }
}
