using Microsoft.Net.Http.Headers;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Rows;

/// <summary>A form that rows are written in.</summary>
/// <param name="Suffix">The suffix of the address, without the dot.</param>
/// <param name="MediaType">The media type it is written as, and asked for by <c>Accept</c>.</param>
internal sealed record RowFormat(string Suffix, string MediaType)
{
    public static readonly RowFormat Json = new("json", "application/json");
    public static readonly RowFormat Ndjson = new("ndjson", "application/x-ndjson");
    public static readonly RowFormat Csv = new("csv", "text/csv");
    public static readonly RowFormat Xml = new("xml", "application/xml");

    /// <summary>All of them, the one that answers where any will do first.</summary>
    public static readonly IReadOnlyList<RowFormat> All = [Json, Ndjson, Csv, Xml];

    /// <summary>The format by the suffix of the address, or a 404 that names those there are.</summary>
    public static (RowFormat? Format, Problem? Refusal) OfSuffix(string suffix) =>
        All.FirstOrDefault(f => f.Suffix == suffix) is { } format
            ? (format, null)
            : (null, new Problem(ProblemKinds.UnknownFormat, RowFormatTexts.UnknownSuffix(suffix)));

    /// <summary>The format by what the client accepts, or a 406 that names those there are.</summary>
    public static (RowFormat? Format, Problem? Refusal) OfAccept(HttpRequest request) =>
        Accepted.Best(request, All, f => f.MediaType) is { } format
            ? (format, null)
            : (null, new Problem(ProblemKinds.NotAcceptable, RowFormatTexts.NotAcceptable([.. All.Select(f => f.MediaType)])));
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
