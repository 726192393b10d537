using System.Text;
using OpenData.Rules.Scanning;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Drafts;

/// <summary>Drafts a data dictionary (Form 2) from what an inspection has seen: the file it was made from keeps to it, or shows the faults it had before.</summary>
public static class DictionaryDraft
{
    /// <summary>A text column with more different values than this is no code list.</summary>
    private const int LongestCodeList = 20;

    /// <summary>Codes come again and again; values that stand fewer times than this on average are names.</summary>
    private const int LeastRepeats = 3;

    /// <summary>The draft. Inspect with <see cref="CheckLimits.DraftDistinct"/>, or keys of long files are not found.</summary>
    public static DataDictionary From(Inspection inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        var columns = Described(inspection.Columns);
        var missing = MissingValues(columns);
        var headers = Headers(columns);
        var draft = new DataDictionary
        {
            Columns = [.. columns.Select((column, i) => Column(column, headers[i], missing))],
            Key = columns.FirstOrDefault(c => IsKey(c, inspection, missing)) is { } key ? [key.Name] : [],
            MissingValues = ["", .. missing],
            Sha256 = "",
        };
        return draft with { Sha256 = DictionaryDocument.Sha256(draft) };
    }

    /// <summary>All but columns without a name and without a value, which are left over from a sheet.</summary>
    private static IReadOnlyList<ColumnProfile> Described(IReadOnlyList<ColumnProfile> columns)
    {
        var described = columns.Where(c => c.Values > 0 || Words(c.Header).Length > 0).ToList();
        return described.Count > 0 ? described : columns;
    }

    private static DictionaryColumn Column(ColumnProfile column, string header, IReadOnlyList<string> missing)
    {
        var words = Words(column.Header) is { Length: > 0 } said ? said : column.Name;
        var label = words.Any(IsThai) ? new LocalText(words, null) : new LocalText(null, words);
        return new DictionaryColumn
        {
            Name = column.Name,
            Header = header,
            Label = label,
            Description = label,
            Type = column.MixesDatesAndTimes ? ColumnType.Text : column.Type,
            Calendar = column.Type == ColumnType.Year && long.TryParse(column.Least, out var least) && least >= IsoDates.FirstBuddhistYear ? Calendar.Buddhist : Calendar.Gregorian,
            Required = IsAlwaysFilled(column, missing),
            Codes = Codes(column, missing),
            Example = column.FirstValues.Select(v => v.Trim()).FirstOrDefault(v => !missing.Contains(v)),
        };
    }

    /// <summary>Signs and words for "no value" that stand among numbers, dates or other typed values, in order of column.</summary>
    private static List<string> MissingValues(IReadOnlyList<ColumnProfile> columns) =>
        [.. columns
            .Where(c => !c.Type.IsTextual())
            .SelectMany(c => c.Tallies().Where(t => t.Shape is Shape.Placeholder or Shape.MissingWord).SelectMany(t => t.Tally.Samples).OrderBy(s => s.Row))
            .Select(s => s.Value.Trim())
            .Distinct(StringComparer.Ordinal)];

    /// <summary>The header cells; a blank or repeated one cannot stand in a dictionary and gives way to the column's name.</summary>
    private static List<string> Headers(IReadOnlyList<ColumnProfile> columns)
    {
        var names = columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. columns.Select(c => c.Header.Trim().Length > 0 && (c.Header.Trim() == c.Name || !names.Contains(c.Header.Trim())) && seen.Add(c.Header.Trim()) ? c.Header : c.Name)];
    }

    /// <summary>A column of integers, texts or codes that are all different; decimals are measured and years repeat.</summary>
    private static bool IsKey(ColumnProfile column, Inspection inspection, IReadOnlyList<string> missing) =>
        column.Type is ColumnType.Integer or ColumnType.Text or ColumnType.Code
        && !column.IsMixed
        && column.Values == inspection.DataRows
        && column.DistinctValues == column.Values
        && column.Values > 1
        && IsAlwaysFilled(column, missing);

    private static bool IsAlwaysFilled(ColumnProfile column, IReadOnlyList<string> missing) =>
        column.Values > 0 && column.Empty == 0 && (missing.Count == 0 || column.CountOf(s => s.IsMissing()) == 0);

    private static List<CodeValue> Codes(ColumnProfile column, IReadOnlyList<string> missing)
    {
        if (!column.Type.IsTextual()
            || column.IsMixed
            || column.DistinctValues is not (> 1 and <= LongestCodeList)
            || column.Values < column.DistinctValues * LeastRepeats
            || column.FirstValues.Any(v => v.Length >= CheckLimits.ValueLength))
        {
            return [];
        }

        return [.. column.FirstValues
            .Select(v => Encoding.UTF8.GetString(WhiteSpace.Trim(Encoding.UTF8.GetBytes(v))))
            .Where(v => !missing.Contains(v))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(v => new CodeValue(v, LocalText.Empty))];
    }

    /// <summary>A header as people say it: on one line, without hidden or doubled spaces.</summary>
    private static string Words(string header) => LabelText.Clean(header);

    private static bool IsThai(char letter) => letter is >= '\u0E00' and <= '\u0E7F';
}
