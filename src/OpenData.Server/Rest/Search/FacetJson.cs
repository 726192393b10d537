using System.Buffers;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenData.Schemas;
using OpenData.Store.Search;

namespace OpenData.Server.Rest.Search;

/// <summary>Writes values of facets. An answer has hundreds, which are the same in most answers, so each is kept as it is written up to its count.</summary>
/// <param name="organizations">What organizations are called.</param>
internal sealed class FacetJson(IReadOnlyDictionary<string, LocalText> organizations)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentDictionary<(DatasetFacet Facet, string Value, bool IsThere), byte[]> heads = new();
    private int kept;

    /// <summary>Writes <c>{"value":…,"label":…,"count":…}</c>.</summary>
    public void Write(IBufferWriter<byte> buffer, DatasetFacet facet, FacetCount value)
    {
        var key = (facet, value.Value, value.Count > 0);
        if (!heads.TryGetValue(key, out var head))
        {
            head = Head(facet, value);
            Keep(key, head);
        }

        buffer.Write(head);
        buffer.WriteNumber(value.Count);
        buffer.Write("}"u8);
    }

    private byte[] Head(DatasetFacet facet, FacetCount value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("value", value.Value);
            WriteLabel(json, SearchFacets.Label(facet, value, organizations));
            json.WriteNumber("count", 0);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan[..^"0}".Length].ToArray();
    }

    private static void WriteLabel(Utf8JsonWriter json, LocalText? label)
    {
        if (label is null)
        {
            json.WriteNull("label");
            return;
        }

        json.WriteStartObject("label");
        json.WriteString("th", label.Th);
        json.WriteString("en", label.En);
        json.WriteEndObject();
    }

    private void Keep((DatasetFacet, string, bool) key, byte[] head)
    {
        if (Interlocked.Increment(ref kept) > ServerLimits.KeptFacetValues)
        {
            heads.Clear();
            kept = 1;
        }

        heads[key] = head;
    }
}

/// <summary>Numbers as JSON has them.</summary>
internal static class JsonNumbers
{
    /// <summary>Digits and sign of a number of 32 bits.</summary>
    private const int MostLength = 11;

    public static void WriteNumber(this IBufferWriter<byte> buffer, int number)
    {
        Utf8Formatter.TryFormat(number, buffer.GetSpan(MostLength), out var length);
        buffer.Advance(length);
    }
}
