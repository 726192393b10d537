using System.Buffers;
using System.Text;
using CsvHelper;

namespace OpenData.Tables;

/// <summary>Finds the separator by trying each on the first rows: the one that cuts most rows into the same number of fields.</summary>
internal static class SeparatorFinder
{
    /// <summary>Bytes looked at: enough to leave a title block behind.</summary>
    public const int SampleSize = 1 << 16;

    private const int SampleRows = 200;

    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789,.+- "u8);

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
            if (sample.AsSpan().Contains((byte)candidate) && Score(CutOf(sample, candidate)) is var score && score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return best == ',' ? Array.Find(Candidates, c => c != best && IsAroundDecimals(sample, c)) is var other and not '\0' ? other : best : best;
    }

    /// <summary>
    /// True where a separator cuts the rows at least as evenly as the comma does and what commas are left stand within numbers, as decimal commas do:
    /// <c>1,5;2,5;3,5</c> has more commas than semicolons. Where the rows are digits alone, one comma a row proves nothing.
    /// </summary>
    private static bool IsAroundDecimals(byte[] sample, char separator)
    {
        if (!sample.AsSpan().Contains((byte)separator) || Evenness(CutOf(sample, separator)) is var evenness && (evenness == 0 || evenness < Evenness(CutOf(sample, ','))))
        {
            return false;
        }

        var (rows, decimals, others, words) = (0, 0, 0, 0);
        using var reader = CsvReader.Create(sample, OptionsOf(separator));
        while (rows < SampleRows && reader.Read())
        {
            rows++;
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var field = reader.GetSpan(i);
                var hasComma = field.Contains((byte)',');
                decimals += hasComma && IsNumber(field) ? 1 : 0;
                others += hasComma && !IsNumber(field) ? 1 : 0;
                words += rows > 1 && HasLetter(field) ? 1 : 0;
            }
        }

        return decimals * 2 >= rows && others * 10 <= decimals && (words * 2 >= rows || decimals * 2 >= rows * 3);
    }

    private static bool HasLetter(ReadOnlySpan<byte> field) => field.ContainsAnyInRange((byte)'A', (byte)'Z') || field.ContainsAnyInRange((byte)'a', (byte)'z') || field.ContainsAnyInRange((byte)0x80, (byte)0xFF);

    /// <summary>Digits with a sign and one comma, or with commas before each three digits.</summary>
    private static bool IsNumber(ReadOnlySpan<byte> field)
    {
        var text = field.Trim((byte)' ');
        if (text.Length < 3 || text.IndexOfAnyExcept(NumberBytes) >= 0 || text[0] is (byte)',' or (byte)'.' || !char.IsAsciiDigit((char)text[^1]))
        {
            return false;
        }

        var tail = text[(text.IndexOf((byte)',') + 1)..];
        while (tail.IndexOf((byte)',') is >= 0 and var comma)
        {
            if (comma != 3)
            {
                return false;
            }

            tail = tail[4..];
        }

        return true;
    }

    /// <summary>The share of rows of the commonest width above one, weighed a little by that width: prose has commas too, but not the same number in each line.</summary>
    private static double Score(Cut cut) =>
        // A separator that does not cut the first row as it cuts the others is likely one inside the values.
        cut.Widths.Where(w => w.Key > 1)
            .Select(w => w.Value / (double)cut.Rows * (1 + (Math.Min(w.Key, 50) / 100.0)) * (w.Key == cut.FirstWidth ? 1 : 0.5))
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>The share of rows of the commonest width above one.</summary>
    private static double Evenness(Cut cut) => cut.Widths.Where(w => w.Key > 1).Select(w => w.Value / (double)cut.Rows).DefaultIfEmpty(0).Max();

    private static Cut CutOf(byte[] sample, char separator)
    {
        var widths = new Dictionary<int, int>();
        var (rows, firstWidth) = (0, 0);
        using var reader = CsvReader.Create(sample, OptionsOf(separator));
        while (rows < SampleRows && reader.Read())
        {
            rows++;
            firstWidth = rows == 1 ? reader.FieldCount : firstWidth;
            widths[reader.FieldCount] = widths.GetValueOrDefault(reader.FieldCount) + 1;
        }

        return new Cut(widths, rows, firstWidth);
    }

    private static CsvReaderOptions OptionsOf(char separator) => new() { Separator = separator, HasHeader = false, DetectSeparatorHint = false };

    /// <summary>How a separator cuts the first rows.</summary>
    /// <param name="Widths">How many rows have how many fields.</param>
    /// <param name="Rows">The rows.</param>
    /// <param name="FirstWidth">The fields of the first of them.</param>
    private sealed record Cut(Dictionary<int, int> Widths, int Rows, int FirstWidth);
}
