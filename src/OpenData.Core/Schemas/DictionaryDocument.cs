using Newtonsoft.Json.Linq;
namespace OpenData.Schemas;
/// <summary>Reads and writes a data dictionary as JSON (<c>dictionary.schema.json</c>).</summary>
public static class DictionaryDocument
{
    /// <summary>Reads a dictionary, or tells every fault of the text.</summary>
    public static DocumentResult<DataDictionary> Read(string json) => throw new NotImplementedException();
    /// <summary>The dictionary as JSON, in the order of the schema, without what is default.</summary>
    public static JObject Write(DataDictionary dictionary) => throw new NotImplementedException();
}
