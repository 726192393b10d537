using OpenData.Schemas;
using OpenData.Store.Search;

namespace OpenData.Server.Rest.Search;

/// <summary>Writes values of facets. An answer has hundreds, which are the same in most answers, so each is kept as it is written up to its count.</summary>
/// <param name="organizations">What organizations are called.</param>
internal sealed class FacetJson(IReadOnlyDictionary<string, LocalText> organizations)
{
    /// <summary>For each facet what is written of its values, by their numbers.</summary>
    private readonly byte[]?[][] heads = [.. Enum.GetValues<DatasetFacet>().Select(_ => new byte[]?[SearchLimits.FacetValues])];

    /// <summary>Writes <c>{"value":…,"label":…,"count":…}</c>.</summary>
    public void Write(Utf8Buffer buffer, DatasetFacet facet, FacetCount value)
    {
        // What is called otherwise where there is none is as rare as what has no number.
        buffer.Write(value is { Number: >= 0, Count: > 0 } ? Kept(facet, value) : Head(facet, value));
        buffer.Write((long)value.Count);
        buffer.Write((byte)'}');
    }

    private byte[] Kept(DatasetFacet facet, FacetCount value)
    {
        var known = heads[(int)facet];
        if (value.Number >= known.Length)
        {
            // Another thread may do the same: what one of them keeps is lost then, and made again.
            Array.Resize(ref known, Math.Max(value.Number + 1, known.Length * 2));
            heads[(int)facet] = known;
        }

        return known[value.Number] ??= Head(facet, value);
    }

    private byte[] Head(DatasetFacet facet, FacetCount value)
    {
        using var buffer = new Utf8Buffer();
        buffer.Write("{\"value\":"u8);
        buffer.WriteJson(value.Value);
        buffer.Write(",\"label\":"u8);
        if (SearchFacets.Label(facet, value, organizations) is { } label)
        {
            buffer.Write("{\"th\":"u8);
            buffer.WriteJson(label.Th);
            buffer.Write(",\"en\":"u8);
            buffer.WriteJson(label.En);
            buffer.Write((byte)'}');
        }
        else
        {
            buffer.Write("null"u8);
        }

        buffer.Write(",\"count\":"u8);
        return buffer.Written.ToArray();
    }
}
