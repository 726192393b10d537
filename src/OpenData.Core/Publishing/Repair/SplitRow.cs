using OpenData.Rules.Scanning;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Publishing.Repair;

/// <summary>A number that was joined again, in which column.</summary>
internal readonly record struct JoinedNumber(int Column, string Old, string New);

/// <summary>
/// Puts a row together that unquoted thousands separators have cut: done where one way alone gives as many cells as there are
/// columns, numbers where numbers belong, and no typed column a value of another type.
/// </summary>
internal static class SplitRow
{
    /// <summary>The row's cells, one per column, and which of them were joined; null where no way, or more than one, fits.</summary>
    /// <param name="cells">The row's cells, more than there are columns.</param>
    /// <param name="quoted">Which of them stand in quotes.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="isCutByCommas">True where the separator is the comma; no other cuts a number.</param>
    public static (string[] Cells, List<JoinedNumber> Joined)? Join(IReadOnlyList<string> cells, IReadOnlyList<bool> quoted, IReadOnlyList<ColumnProfile> columns, bool isCutByCommas)
    {
        var excess = cells.Count - columns.Count;
        (string[], List<JoinedNumber>)? only = EndsBlank(cells, columns.Count) && Fits(cells, columns, []) ? ([.. cells.Take(columns.Count)], []) : null;
        var tried = 0;
        foreach (var choice in Choices(isCutByCommas ? SplitNumbers.Find(cells, quoted) : [], excess, 0))
        {
            if (++tried > RepairLimits.WaysToJoin)
            {
                return null;
            }

            var way = Apply(cells, [.. choice]);
            if (way is var (row, joined) && Fits(row, columns, joined))
            {
                if (only is not null)
                {
                    return null;
                }

                only = (row, joined);
            }
        }

        return only;
    }

    private static bool EndsBlank(IReadOnlyList<string> cells, int width) => cells.Skip(width).All(string.IsNullOrWhiteSpace);

    /// <summary>Every way to choose <paramref name="count"/> of the pairs, in order.</summary>
    private static IEnumerable<IEnumerable<int>> Choices(List<int> pairs, int count, int from)
    {
        if (count == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = from; i + count <= pairs.Count; i++)
        {
            foreach (var rest in Choices(pairs, count - 1, i + 1))
            {
                yield return rest.Prepend(pairs[i]);
            }
        }
    }

    /// <summary>The row with the chosen cells joined to their right neighbours; null where what results is no number in groups of three.</summary>
    private static (string[] Cells, List<JoinedNumber> Joined)? Apply(IReadOnlyList<string> cells, HashSet<int> joins)
    {
        var row = new List<string>();
        var joined = new List<JoinedNumber>();
        for (var i = 0; i < cells.Count; i++)
        {
            if (!joins.Contains(i))
            {
                row.Add(cells[i]);
                continue;
            }

            var text = cells[i].Trim();
            for (; joins.Contains(i); i++)
            {
                text += "," + cells[i + 1].Trim();
            }

            if (text.TrimStart('-') is ['0', ..] || Read(text).Shape != Shape.Thousands || FormattedNumbers.Plain(text) is not { } plain)
            {
                return null;
            }

            joined.Add(new JoinedNumber(row.Count, text, plain));
            row.Add(plain);
        }

        return ([.. row], joined);
    }

    private static bool Fits(IReadOnlyList<string> row, IReadOnlyList<ColumnProfile> columns, List<JoinedNumber> joined) =>
        joined.All(j => columns[j.Column].Type.IsNumeric() && columns[j.Column].CountOf(Shape.DecimalComma) == 0) && columns.Select((c, i) => IsLike(c.Type, Read(row[i]))).All(fits => fits);

    private static bool IsLike(ColumnType type, in CellReading reading) => type.IsTextual() || reading.Shape.IsMissing() || type switch
    {
        ColumnType.Integer or ColumnType.Number or ColumnType.Decimal => reading.Shape.IsNumeric(),
        ColumnType.Date or ColumnType.DateTime => reading.Shape.IsDate() || reading.Shape == Shape.IsoDateTime,
        _ => ColumnTypes.Accepts(type, Calendar.Gregorian, reading),
    };

    private static CellReading Read(string cell) => CellReader.Read(cell);
}
