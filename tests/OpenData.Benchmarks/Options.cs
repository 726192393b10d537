using System.Globalization;

namespace OpenData.Benchmarks;

/// <summary>What the command line says beyond its first words.</summary>
internal static class Options
{
    /// <summary>The number after <paramref name="name"/>, or null where it is not given.</summary>
    public static long? Number(IReadOnlyList<string> options, string name)
    {
        for (var i = 0; i + 1 < options.Count; i++)
        {
            if (options[i] == name)
            {
                return long.Parse(options[i + 1], CultureInfo.InvariantCulture);
            }
        }

        return null;
    }
}
