using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>Reads and writes a data dictionary as JSON (<c>dictionary.schema.json</c>).</summary>
public static class DictionaryDocument
{
    /// <summary>Reads a dictionary, or tells every fault of the text.</summary>
    public static DocumentResult<DataDictionary> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var (source, malformed) = JsonSource.Parse(json);
        return source is null ? new(null, malformed) : Read(source.Root, new FaultList(source.LineOf));
    }

    /// <summary>Reads the bytes of a dictionary, which are UTF-8, or tells every fault of them.</summary>
    public static DocumentResult<DataDictionary> Read(ReadOnlySpan<byte> utf8)
    {
        var (text, broken) = JsonSource.Decode(utf8);
        return text is null ? new(null, [broken!]) : Read(text);
    }

    /// <summary>The dictionary as JSON, in the order of the schema, without what is default.</summary>
    public static JObject Write(DataDictionary dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        return DictionaryTree.Write(dictionary);
    }

    /// <summary>The version of a dictionary: SHA-256 of its canonical JSON, so that formatting does not change it.</summary>
    public static string Sha256(DataDictionary dictionary) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(dictionary).ToString(Formatting.None))));

    internal static DocumentResult<DataDictionary> Read(JToken root, FaultList faults)
    {
        new DocumentValidator(SchemaFile.Dictionary, DictionaryLabels.Of).Validate(root, faults);
        new DictionaryChecks(root, faults).Check();
        var errors = faults.InOrder();
        return errors.Count > 0 ? new(null, errors) : new(DictionaryTree.Read((JObject)root), []);
    }
}
