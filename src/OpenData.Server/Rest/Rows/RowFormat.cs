using Microsoft.Net.Http.Headers;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Rows;

/// <summary>A form that rows are written in.</summary>
/// <param name="Suffix">The suffix of the address, without the dot.</param>
/// <param name="MediaType">The media type it is written as, and asked for by <c>Accept</c>.</param>
/// <param name="Name">What it is called, for links and documents.</param>
/// <param name="Open">Makes the writer of an answer.</param>
internal sealed record RowFormat(string Suffix, string MediaType, string Name, Func<RowPage, RowFace> Open)
{
    public static readonly RowFormat Json = new("json", "application/json", "JSON", page => new JsonRows(page));
    public static readonly RowFormat Ndjson = new("ndjson", "application/x-ndjson", "NDJSON", page => new NdjsonRows(page));
    public static readonly RowFormat Csv = new("csv", "text/csv", "CSV", page => new CsvRows(page)) { ContentType = "text/csv; charset=utf-8; header=present", IsFile = true, HasHeaderLine = true };
    public static readonly RowFormat Xml = new("xml", "application/xml", "XML", page => new XmlRows(page)) { NextComesFirst = true };
    public static readonly RowFormat GeoJson = new("geojson", "application/geo+json", "GeoJSON", page => new GeoJsonRows(page)) { ContentType = "application/geo+json", NeedsPlace = true };

    public static readonly RowFormat Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX", page => new XlsxRows(page))
    {
        ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        IsFile = true,
        HasHeaderLine = true,
        MostRows = XlsxRows.MostRows - 1,
        MostColumns = XlsxRows.MostColumns,
    };

    /// <summary>All of them, the one that answers where any will do first.</summary>
    public static readonly IReadOnlyList<RowFormat> All = [Json, Ndjson, Csv, Xml, GeoJson, Xlsx];

    /// <summary>The value of the <c>Content-Type</c> header.</summary>
    public string ContentType { get; init; } = MediaType + "; charset=utf-8";

    /// <summary>True where a browser is to save the answer under a name.</summary>
    public bool IsFile { get; init; }

    /// <summary>True where the columns' names, or their labels, stand in the first line.</summary>
    public bool HasHeaderLine { get; init; }

    /// <summary>True where the address of the next page stands before the rows.</summary>
    public bool NextComesFirst { get; init; }

    /// <summary>True where the rows' places are written, so that the table has to have coordinates.</summary>
    public bool NeedsPlace { get; init; }

    /// <summary>Rows that an answer can hold, or null where there is no limit.</summary>
    public long? MostRows { get; init; }

    /// <summary>Columns that an answer can hold, or null where there is no limit.</summary>
    public int? MostColumns { get; init; }

    /// <summary>The format by the suffix of the address, or a 404 that names those there are.</summary>
    public static (RowFormat? Format, Problem? Refusal) OfSuffix(string suffix) =>
        All.FirstOrDefault(f => f.Suffix == suffix) is { } format
            ? (format, null)
            : (null, new Problem(ProblemKinds.UnknownFormat, RowFormatTexts.UnknownSuffix(suffix)));

    /// <summary>The format by what the client accepts, or a 406 that names those there are.</summary>
    public static (RowFormat? Format, Problem? Refusal) OfAccept(HttpRequest request, IReadOnlyList<RowFormat>? offers = null) =>
        Accepted.Best(request, offers ?? All, f => f.MediaType) is { } format
            ? (format, null)
            : (null, new Problem(ProblemKinds.NotAcceptable, RowFormatTexts.NotAcceptable([.. (offers ?? All).Select(f => f.MediaType)])));
}

/// <summary>Chooses by <c>Accept</c> (RFC 9110, section 12.5.1).</summary>
internal static class Accepted
{
    /// <summary>The offer that the client likes best, the first of equals; null where it accepts none.</summary>
    public static T? Best<T>(HttpRequest request, IReadOnlyList<T> offers, Func<T, string> mediaType)
        where T : class
    {
        if (request.Headers.Accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var wanted))
        {
            return offers[0];
        }

        return offers
            .Select(offer => (Offer: offer, Quality: Quality(MediaTypeHeaderValue.Parse(mediaType(offer)), wanted)))
            .Where(o => o.Quality > 0)
            .OrderByDescending(o => o.Quality)
            .Select(o => o.Offer)
            .FirstOrDefault();
    }

    /// <summary>The quality that the most specific matching range gives.</summary>
    private static double Quality(MediaTypeHeaderValue offer, IList<MediaTypeHeaderValue> wanted) =>
        wanted
            .Where(offer.IsSubsetOf)
            .OrderByDescending(w => w.MatchesAllTypes ? 0 : w.MatchesAllSubTypes ? 1 : 2)
            .Select(w => w.Quality ?? 1)
            .FirstOrDefault();
}
