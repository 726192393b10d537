using System.Globalization;

namespace OpenData.Server.Ckan;

/// <summary>Times as CKAN writes them: UTC without saying so, six digits of a second.</summary>
internal static class CkanTime
{
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    /// <summary>The time as it is written: what stands behind the microsecond is cut off, so that a dataset is found by what it shows.</summary>
    public static DateTime Of(DateTimeOffset time) => new(time.UtcDateTime.Ticks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
