namespace OpenData.Store;

/// <summary>Distances on the earth taken as a sphere, along the great circle: every store measures with this.</summary>
public static class GreatCircle
{
    /// <summary>The mean radius of the earth in metres (IUGG).</summary>
    public const double Radius = 6_371_008.8;

    /// <summary>Metres of one degree along a meridian.</summary>
    public const double MetresOfDegree = Radius * Math.PI / 180;

    /// <summary>The distance in metres between two places given in degrees, by the haversine formula, which keeps its digits where places lie close together.</summary>
    public static double Metres(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (from, to) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
        var (up, across) = (Math.Sin((to - from) / 2), Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2));
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt((up * up) + (Math.Cos(from) * Math.Cos(to) * across * across))));
    }

    /// <summary>True of degrees that are a place: latitudes to 90, longitudes to 180, either way.</summary>
    public static bool IsPlace(double latitude, double longitude) => Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180;
}
