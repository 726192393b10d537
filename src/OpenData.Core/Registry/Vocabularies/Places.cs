using System.Globalization;

namespace OpenData.Registry.Vocabularies;

/// <summary>Where the data of a form are about, as catalogs of other countries name it.</summary>
public static class Places
{
    /// <summary>The Earth, in GeoNames.</summary>
    public const string World = "https://sws.geonames.org/6295630/";

    private static readonly string[] PartsOfTheCountry = ["country", "region", "province", "district", "sub-district", "village", "local-government"];

    /// <summary>The address of the place, or null where the form's level of coverage says none. The catalog is of Thai agencies: their country and its parts are Thailand.</summary>
    public static string? Of(DatasetForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.GeoCoverage switch
        {
            "world" => World,
            { } level when PartsOfTheCountry.Contains(level) => Country.Address,
            _ => null,
        };
    }

    /// <summary>Thailand, in the EU's table of countries.</summary>
    public static EuConcept Country { get; } = new("country", "THA");

    /// <summary>The box as well-known text, counter-clockwise from the south-west, or null; the form calls the latitudes longitudes.</summary>
    public static string? BoundingBox(DatasetForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var (west, east, north, south) = (Degrees(form, "west"), Degrees(form, "east"), Degrees(form, "north"), Degrees(form, "south"));
        return west is null || east is null || north is null || south is null ? null : $"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))";
    }

    /// <summary>An edge of the box in degrees, or null.</summary>
    /// <param name="form">The form.</param>
    /// <param name="side"><c>west</c>, <c>east</c>, <c>north</c> or <c>south</c>.</param>
    public static string? Degrees(DatasetForm form, string side)
    {
        ArgumentNullException.ThrowIfNull(form);
        return ((decimal?)form.Json[side + "_bound_longitude"])?.ToString(CultureInfo.InvariantCulture);
    }
}
