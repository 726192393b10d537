using OpenData.Schemas;
namespace OpenData.Registry;
/// <summary>Reads Form 1 (<c>dataset.schema.json</c>).</summary>
public static class DatasetDocument
{
    /// <summary>Reads a form, or tells every fault of the text.</summary>
    public static DocumentResult<DatasetForm> Read(string json) => throw new NotImplementedException();
}
