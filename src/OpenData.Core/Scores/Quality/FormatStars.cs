namespace OpenData.Scores.Quality;

/// <summary>The stars of openness by file format, as the national tool for data quality gives them.</summary>
internal static class FormatStars
{
    private static readonly string[] Five = ["TTL", "RDF", "JSON-LD", "N3", "SPARQL"];
    private static readonly string[] Three = ["CSV", "TSV", "JSON", "XML", "GEOJSON", "KML", "KMZ", "GML", "WMS", "WFS", "WMTS", "WCS", "NETCDF", "ODS", "ODB", "ODF", "ODG", "RSS", "ATOM FEED", "QGIS", "XYZ"];
    private static readonly string[] Two = ["XLS", "XLSX", "MDB", "SHP", "DBASE", "ESRI REST", "ARCGIS MAP SERVICE", "ARCGIS MAP PREVIEW"];
    private static readonly string[] One = ["PDF", "DOC", "DOCX", "PPT", "PPTX", "TXT", "HTML", "PNG", "JPG", "JPEG", "GIF", "TIFF", "ZIP", "RAR", "7Z", "TAR", "GZ", "ODT", "ODP", "ODC"];

    /// <summary>1 to 5, or 0 for a format that is not known.</summary>
    public static int Of(string? format) => format?.ToUpperInvariant() switch
    {
        null => 0,
        var name when Five.Contains(name) => 5,
        var name when Three.Contains(name) => 3,
        var name when Two.Contains(name) => 2,
        var name when One.Contains(name) => 1,
        _ => 0,
    };
}
