using Newtonsoft.Json.Linq;
using OpenData.Schemas;

namespace OpenData.Registry;

/// <summary>Reads Form 1 (<c>dataset.schema.json</c>).</summary>
public static class DatasetDocument
{
    /// <summary>
    /// Reads a form, or tells every fault of the text. Thai strings of catalogs, labels and official codes are taken
    /// for codes; ใช่ and "True" for true; a list in one text is split. The form then holds the normalised document.
    /// </summary>
    public static DocumentResult<DatasetForm> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var (source, malformed) = JsonSource.Parse(json);
        if (source is null)
        {
            return new(null, malformed);
        }

        var root = source.Root.DeepClone();
        if (root is JObject form)
        {
            new DatasetNormalizer(form).Normalize();
        }

        var faults = new FaultList(source.LineOf);
        new DocumentValidator(SchemaFile.Dataset, CodeLists.Label).Validate(root, faults);
        if (root is JObject checkable)
        {
            new DatasetChecks(checkable, faults).Check();
        }

        var errors = faults.InOrder();
        return errors.Count > 0 ? new(null, errors) : new(new DatasetForm((JObject)root), []);
    }

    /// <summary>Reads the bytes of a form, which are UTF-8, or tells every fault of them.</summary>
    public static DocumentResult<DatasetForm> Read(ReadOnlySpan<byte> utf8)
    {
        var (text, broken) = JsonSource.Decode(utf8);
        return text is null ? new(null, [broken!]) : Read(text);
    }
}
