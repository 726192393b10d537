using OpenData.Rules;
using OpenData.Rules.NoMergedCells;
using OpenData.Rules.Scanning;

namespace OpenData.Publishing.Repair;

/// <summary>
/// Gives the rows of an unmerged cell the value that stands in the first of them, in the columns where the check found the traces.
/// A value is carried no further than the group of the columns to its left.
/// </summary>
internal sealed class MergedFill
{
    private readonly bool[] isFilled;
    private readonly bool[] isGroup;
    private readonly string?[] carried;
    private readonly string?[] before;
    private bool isNewGroup;

    public MergedFill(Inspection inspection)
    {
        var rule = new MergedCellsTraceRule().Code;
        var traced = inspection.Findings.Kept.Where(f => f.Code == rule && f.Column is not null).Select(f => f.Column!.Value - 1).ToHashSet();
        Width = traced.Count == 0 ? 0 : traced.Max() + 1;
        isFilled = [.. Enumerable.Range(0, Width).Select(traced.Contains)];
        isGroup = [.. inspection.Columns.Take(Width).Select(c => traced.Contains(c.Index) || Repeats(c))];
        (carried, before) = (new string?[Width], new string?[Width]);
    }

    /// <summary>How many columns from the left are looked at.</summary>
    public int Width { get; }

    /// <summary>True for a column whose blanks are filled.</summary>
    public bool Fills(int column) => column < Width && isFilled[column];

    public void StartRow() => isNewGroup = false;

    /// <summary>Forgets what was carried: after a row of which nothing is sure, nothing is carried on.</summary>
    public void Forget()
    {
        Array.Clear(carried);
        Array.Clear(before);
    }

    /// <summary>The cell of the row in the column, filled where it is blank and its group goes on. Columns are given from left to right.</summary>
    public string Take(int column, string cell)
    {
        if (isFilled[column])
        {
            var isBlank = string.IsNullOrWhiteSpace(cell);
            carried[column] = !isBlank ? cell : isNewGroup ? null : carried[column];
            cell = isBlank ? carried[column] ?? cell : cell;
        }

        isNewGroup |= isGroup[column] && before[column] != cell;
        before[column] = cell;
        return cell;
    }

    private static bool Repeats(ColumnProfile column) => column.DistinctValues is { } different && different * 2 <= column.Values;
}
