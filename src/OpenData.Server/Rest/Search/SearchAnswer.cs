using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenData.Schemas;
using OpenData.Store.Search;

namespace OpenData.Server.Rest.Search;

/// <summary>A page of a search as it is sent.</summary>
/// <param name="Json">Its JSON, UTF-8.</param>
/// <param name="Hash">Tells it from others.</param>
/// <param name="Room">The room that it is written in, where that is for the next page once this one is sent.</param>
internal sealed record SearchBody(ReadOnlyMemory<byte> Json, string Hash, ArrayBufferWriter<byte>? Room)
{
    private static readonly ConcurrentBag<ArrayBufferWriter<byte>> Rooms = [];

    /// <summary>The same in room of its own, to be kept.</summary>
    public SearchBody Kept => new(Json.ToArray(), Hash, null);

    /// <summary>Room for a page.</summary>
    public static ArrayBufferWriter<byte> Take() => Rooms.TryTake(out var room) ? room : new(128 << 10);

    /// <summary>Gives room back; it must not be read any more.</summary>
    public static void Return(ArrayBufferWriter<byte>? room)
    {
        room?.ResetWrittenCount();
        if (room is { Capacity: <= ServerLimits.KeptRoom })
        {
            Rooms.Add(room);
        }
    }
}

/// <summary>Answers with a page of a search.</summary>
internal sealed class SearchAnswer(SearchBody body, string? next) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (Validators.IsKnown(httpContext, body.Hash))
        {
            SearchBody.Return(body.Room);
            return;
        }

        httpContext.Response.ContentType = "application/json; charset=utf-8";
        if (next is not null)
        {
            httpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        httpContext.Response.ContentLength = body.Json.Length;
        await httpContext.Response.Body.WriteAsync(body.Json, httpContext.RequestAborted);
        SearchBody.Return(body.Room);
    }
}

/// <summary>Writes a page of a search: <c>items</c>, <c>total</c>, <c>next</c>, <c>facets</c> and <c>suggestion</c>.</summary>
internal sealed class SearchJson(DatasetSearchPage page, IReadOnlyList<(SearchHit Hit, FoundItem Item)> items, string? next, FacetJson facets)
{
    /// <summary>What stands before the values of each facet, such as <c>,"tag":[</c>.</summary>
    private static readonly byte[][] FacetHeads = [.. SearchFacets.All.Select((f, i) => Encoding.ASCII.GetBytes($"{(i == 0 ? ",\"facets\":{" : ",")}\"{SearchFacets.NameOf(f)}\":["))];

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public SearchBody Body()
    {
        var room = SearchBody.Take();
        Write(room);
        return new SearchBody(room.WrittenMemory, Convert.ToHexStringLower(XxHash128.Hash(room.WrittenSpan)), room);
    }

    private void Write(ArrayBufferWriter<byte> buffer)
    {
        buffer.Write("{\"items\":["u8);
        for (var i = 0; i < items.Count; i++)
        {
            buffer.Write(i > 0 ? ","u8 : []);
            WriteItem(buffer, items[i].Item);
        }

        buffer.Write("],\"total\":"u8);
        buffer.WriteNumber(page.Total);
        buffer.Write(",\"next\":"u8);
        WriteValue(buffer, json => json.WriteStringValue(next));
        WriteFacets(buffer);
        buffer.Write(",\"suggestion\":"u8);
        WriteValue(buffer, WriteSuggestion);
        buffer.Write("}"u8);
    }

    private static void WriteValue(ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(buffer, Readable);
        write(json);
    }

    /// <summary>A dataset as it is kept, with the highlights of this search put in before its last brace.</summary>
    private void WriteItem(ArrayBufferWriter<byte> buffer, FoundItem item)
    {
        if (page.Words.Count == 0)
        {
            buffer.Write(item.Json);
            return;
        }

        buffer.Write(item.Json.AsSpan(0, item.Json.Length - 1));
        buffer.Write(",\"highlights\":"u8);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            foreach (var part in item.Texts.Find(page.Words).GroupBy(h => h.Where))
            {
                json.WritePropertyName(part.Key);
                WritePart(json, [.. part]);
            }

            json.WriteEndObject();
        }

        buffer.Write("}"u8);
    }

    private static void WritePart(Utf8JsonWriter json, IReadOnlyList<Highlight> part)
    {
        if (part[0].Language is not null)
        {
            json.WriteStartObject();
            foreach (var text in part)
            {
                json.WriteString(text.Language!, text.Html);
            }

            json.WriteEndObject();
            return;
        }

        json.WriteStartArray();
        foreach (var text in part)
        {
            json.WriteStringValue(text.Html);
        }

        json.WriteEndArray();
    }

    private void WriteFacets(ArrayBufferWriter<byte> buffer)
    {
        for (var i = 0; i < SearchFacets.All.Count; i++)
        {
            buffer.Write(FacetHeads[i]);
            var isFirst = true;
            foreach (var value in page.Facets[SearchFacets.All[i]])
            {
                buffer.Write(isFirst ? [] : ","u8);
                facets.Write(buffer, SearchFacets.All[i], value);
                isFirst = false;
            }

            buffer.Write("]"u8);
        }

        buffer.Write("}"u8);
    }

    private void WriteSuggestion(Utf8JsonWriter json)
    {
        if (page.Suggestion is not { } suggestion)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("q", suggestion);
        json.WriteBoolean("corrected", page.Corrected);
        json.WriteEndObject();
    }
}
