using System.Globalization;

namespace OpenData.Server.Web;

/// <summary>Sizes as people read them.</summary>
internal static class FileSizes
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB"];

    /// <summary>Such as <c>2 GiB</c> or <c>1.5 MiB</c>.</summary>
    public static string Of(long bytes)
    {
        double size = bytes;
        var unit = 0;
        while (size >= 1024 && unit < Units.Length - 1)
        {
            size /= 1024;
            unit++;
        }

        return size.ToString(size < 10 ? "0.#" : "0", CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}
