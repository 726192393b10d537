using System.IO.Hashing;
using System.Text;
using OpenData.Store.Search;

namespace OpenData.Server.Rest.Search;

/// <summary>A page of a search as it is sent.</summary>
/// <param name="Json">Its JSON, UTF-8.</param>
/// <param name="Hash">Tells it from others.</param>
/// <param name="Room">The room that it is written in, where that is for others once this one is sent.</param>
internal sealed record SearchBody(ReadOnlyMemory<byte> Json, string Hash, Utf8Buffer? Room) : IDisposable
{
    /// <summary>The same in room of its own, to be kept.</summary>
    public SearchBody Kept => new(Json.ToArray(), Hash, null);

    public void Dispose() => Room?.Dispose();
}

/// <summary>Answers with a page of a search.</summary>
internal sealed class SearchAnswer(SearchBody body, string? next) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var sent = body;
        if (Validators.IsKnown(httpContext, body.Hash))
        {
            return;
        }

        httpContext.Response.ContentType = "application/json; charset=utf-8";
        if (next is not null)
        {
            httpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        httpContext.Response.ContentLength = body.Json.Length;
        await httpContext.WriteWholeAsync(body.Json);
    }
}

/// <summary>Writes a page of a search: <c>items</c>, <c>total</c>, <c>next</c>, <c>facets</c> and <c>suggestion</c>.</summary>
internal sealed class SearchJson(DatasetSearchPage page, IReadOnlyList<FoundItem> items, string? next, FacetJson facets)
{
    /// <summary>What stands before the values of each facet, such as <c>,"tag":[</c>.</summary>
    private static readonly byte[][] FacetHeads = [.. SearchFacets.All.Select((f, i) => Encoding.ASCII.GetBytes($"{(i == 0 ? ",\"facets\":{" : ",")}\"{SearchFacets.NameOf(f)}\":["))];

    public SearchBody Body()
    {
        var buffer = new Utf8Buffer(ServerLimits.SearchBodyBytes);
        buffer.Write("{\"items\":["u8);
        for (var i = 0; i < items.Count; i++)
        {
            buffer.Write(i > 0 ? ","u8 : []);
            WriteItem(buffer, items[i]);
        }

        buffer.Write("],\"total\":"u8);
        buffer.Write((long)page.Total);
        buffer.Write(",\"next\":"u8);
        buffer.WriteJson(next);
        WriteFacets(buffer);
        buffer.Write(",\"suggestion\":"u8);
        WriteSuggestion(buffer);
        buffer.Write((byte)'}');
        return new SearchBody(buffer.Written, Convert.ToHexStringLower(XxHash128.Hash(buffer.Written.Span)), buffer);
    }

    /// <summary>A dataset as it is kept, with the highlights of this search put in before its last brace.</summary>
    private void WriteItem(Utf8Buffer buffer, FoundItem item)
    {
        if (page.Words.Count == 0)
        {
            buffer.Write(item.Json);
            return;
        }

        buffer.Write(item.Json.AsSpan(0, item.Json.Length - 1));
        buffer.Write(",\"highlights\":{"u8);
        Highlight? before = null;
        foreach (var part in item.Texts.Find(page.Words))
        {
            WriteHighlight(buffer, part, before);
            before = part;
        }

        buffer.Write(before is null ? "}}"u8 : before.Language is null ? "]}}"u8 : "}}}"u8);
    }

    /// <summary>Highlights come part by part: an object where they have languages, else an array.</summary>
    private static void WriteHighlight(Utf8Buffer buffer, Highlight part, Highlight? before)
    {
        if (part.Where == before?.Where)
        {
            buffer.Write((byte)',');
        }
        else
        {
            buffer.Write(before is null ? [] : before.Language is null ? "],"u8 : "},"u8);
            buffer.WriteJson(part.Where);
            buffer.Write(part.Language is null ? ":["u8 : ":{"u8);
        }

        if (part.Language is not null)
        {
            buffer.WriteJson(part.Language);
            buffer.Write((byte)':');
        }

        buffer.WriteJson(part.Html);
    }

    private void WriteFacets(Utf8Buffer buffer)
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

            buffer.Write((byte)']');
        }

        buffer.Write((byte)'}');
    }

    private void WriteSuggestion(Utf8Buffer buffer)
    {
        if (page.Suggestion is not { } suggestion)
        {
            buffer.Write("null"u8);
            return;
        }

        buffer.Write("{\"q\":"u8);
        buffer.WriteJson(suggestion);
        buffer.Write(",\"corrected\":"u8);
        buffer.Write(page.Corrected ? "true}"u8 : "false}"u8);
    }
}
