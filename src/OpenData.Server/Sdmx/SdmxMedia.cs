using Microsoft.Net.Http.Headers;

namespace OpenData.Server.Sdmx;

/// <summary>Chooses a format by <c>Accept</c> (sdmx-rest, content negotiation).</summary>
internal static class SdmxMedia
{
    public const string StructureXml = "application/vnd.sdmx.structure+xml; version=3.0.0";
    public const string DataJson = "application/vnd.sdmx.data+json; version=2.0.0";
    public const string DataCsv = "application/vnd.sdmx.data+csv; version=2.0.0";

    /// <summary>The media types that mean each format beside its own.</summary>
    private static readonly Dictionary<string, string[]> Plain = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [StructureXml] = ["application/xml", "text/xml"],
        [DataJson] = ["application/json"],
        [DataCsv] = ["text/csv", "application/csv"],
    };

    /// <summary>The format of <paramref name="served"/> that is wanted most, with the range that asked for it; null where none is. The first where nothing is said.</summary>
    public static (string Format, MediaTypeHeaderValue? Range)? Choose(HttpRequest request, params string[] served)
    {
        if (request.Headers.Accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges))
        {
            return (served[0], null);
        }

        foreach (var range in ranges.Where(r => r.Quality is null or > 0).OrderByDescending(r => r.Quality ?? 1))
        {
            foreach (var format in served)
            {
                if (Matches(range, format))
                {
                    return (format, range);
                }
            }
        }

        return null;
    }

    /// <summary>A parameter of the range that was chosen, such as <c>labels</c>.</summary>
    public static string? Parameter(MediaTypeHeaderValue? range, string name) =>
        range?.Parameters.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Value?.Trim('"');

    private static bool Matches(MediaTypeHeaderValue range, string format)
    {
        var type = format[..format.IndexOf(';', StringComparison.Ordinal)];
        if (range.MatchesAllTypes || Plain[format].Contains(range.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        return range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) && Parameter(range, "version") is var version
            && (version is null || format.EndsWith("=" + version.TrimEnd('+'), StringComparison.Ordinal) || version.StartsWith(format[(format.IndexOf('=', StringComparison.Ordinal) + 1)..][..1] + "+", StringComparison.Ordinal));
    }
}
