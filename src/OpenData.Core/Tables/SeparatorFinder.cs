using System.Text;
using CsvHelper;

namespace OpenData.Tables;

/// <summary>Finds the separator by trying each on the first rows: the one that cuts most rows into the same number of fields.</summary>
internal static class SeparatorFinder
{
    /// <summary>Bytes looked at: enough to leave a title block behind.</summary>
    public const int SampleSize = 1 << 16;

    private const int SampleRows = 200;

    /// <summary>In order of preference where two cut equally well.</summary>
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>A first line <c>sep=X</c>, which Excel writes and obeys.</summary>
    public static (char Separator, int Length)? Hint(ReadOnlySpan<byte> text)
    {
        if (text.Length < 5 || !Ascii.EqualsIgnoreCase(text[..4], "sep="u8) || Array.IndexOf(Candidates, (char)text[4]) < 0)
        {
            return null;
        }

        return text[5..] switch
        {
            [] => ((char)text[4], 5),
            [(byte)'\r', (byte)'\n', ..] => ((char)text[4], 7),
            [(byte)'\r' or (byte)'\n', ..] => ((char)text[4], 6),
            _ => null,
        };
    }

    public static char Find(ReadOnlySpan<byte> text, bool isWhole)
    {
        // The last row is cut off where the sample ends, unless it is the only one.
        var end = isWhole ? -1 : text.LastIndexOfAny((byte)'\n', (byte)'\r');
        var sample = (end < 0 ? text : text[..(end + 1)]).ToArray();
        var best = ',';
        double bestScore = 0;
        foreach (var candidate in Candidates)
        {
            if (sample.AsSpan().Contains((byte)candidate) && Score(sample, candidate) is var score && score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return best;
    }

    /// <summary>The share of rows of the commonest width above one, weighed a little by that width: prose has commas too, but not the same number in each line.</summary>
    private static double Score(byte[] sample, char separator)
    {
        var widths = new Dictionary<int, int>();
        var firstWidth = 0;
        using var reader = CsvReader.Create(sample, new CsvReaderOptions { Separator = separator, HasHeader = false, DetectSeparatorHint = false });
        var rows = 0;
        while (rows < SampleRows && reader.Read())
        {
            rows++;
            firstWidth = rows == 1 ? reader.FieldCount : firstWidth;
            widths[reader.FieldCount] = widths.GetValueOrDefault(reader.FieldCount) + 1;
        }

        // A separator that does not cut the first row as it cuts the others is likely one inside the values.
        return widths.Where(w => w.Key > 1)
            .Select(w => w.Value / (double)rows * (1 + (Math.Min(w.Key, 50) / 100.0)) * (w.Key == firstWidth ? 1 : 0.5))
            .DefaultIfEmpty(0)
            .Max();
    }
}
