using OpenData.Server.Rest.RowQueries;

namespace OpenData.Server.Rest.Rows;

/// <summary>The table that an address asks for, and the addresses beside it.</summary>
/// <param name="Dataset">The dataset's name.</param>
/// <param name="Key">The resource's key.</param>
/// <param name="Address">The address of the rows without a suffix.</param>
internal sealed record AskedTable(string Dataset, string Key, string Address)
{
    /// <summary>Characters of a query that is repeated for every format: proxies take some 8 kB of headers.</summary>
    private const int LongestQuery = 300;

    /// <summary>Where other formats are to be had, by their suffix; none where the address has no suffixes.</summary>
    public IReadOnlyList<RowFormat> Formats { get; init; } = RowFormat.All;

    /// <summary>The value of <c>Link</c> (RFC 8288): the next page and the first, what describes the columns, the same in other formats.</summary>
    public string Links(HttpRequest request, RowFormat format, string? next)
    {
        var links = new List<string>(4 + Formats.Count);
        if (next is not null)
        {
            links.Add($"<{next}>; rel=\"next\"");
        }

        var query = request.QueryString.Value ?? "";
        if (query.Contains("after=", StringComparison.Ordinal) || query.Contains("offset=", StringComparison.Ordinal))
        {
            links.Add($"<{RowRequest.FirstAddress(request)}>; rel=\"first\"");
        }

        links.Add($"<{request.PathBase}/api/v1/datasets/{Dataset}/resources/{Key}/dictionary>; rel=\"describedby\"; type=\"application/json\"");
        if (query.Length <= LongestQuery)
        {
            query = query.Length == 0 ? "" : RowRequest.WithoutDress(request);
            links.AddRange(Formats.Where(f => f != format).Select(f => $"<{request.PathBase}{Address}.{f.Suffix}{query}>; rel=\"alternate\"; type=\"{f.MediaType}\""));
        }

        return string.Join(", ", links);
    }
}
