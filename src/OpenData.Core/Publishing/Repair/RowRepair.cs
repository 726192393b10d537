using System.Text;
using CsvHelper;
using OpenData.Rules;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Tables;

namespace OpenData.Publishing.Repair;

/// <summary>Writes the rows below the header, one after the other, each cell mended as its column allows.</summary>
internal sealed class RowRepair
{
    private readonly IReadOnlyList<ColumnProfile> columns;
    private readonly CellRepair[] cells;
    private readonly IReadOnlyList<bool> isDropped;
    private readonly bool repairs;
    private readonly bool isCutByCommas;
    private readonly MergedFill merged;
    private readonly RepairTally changes;
    private readonly CsvWriter csv;
    private readonly Action<RepairKind, string, string> changed;
    private (long Row, long Line, int Column) at;

    public RowRepair(Inspection inspection, CellRepair[] cells, MergedFill merged, IReadOnlyList<bool> isDropped, bool repairs, RepairTally changes, CsvWriter csv)
    {
        columns = inspection.Columns;
        this.cells = cells;
        this.isDropped = isDropped;
        this.repairs = repairs;
        this.changes = changes;
        this.csv = csv;
        isCutByCommas = inspection.Table!.Separator == ',';
        this.merged = merged;
        changed = (kind, old, now) => changes.Add(new RepairChange(at.Row, at.Line, at.Column + 1, columns[at.Column].Header, kind, old, now));
    }

    /// <summary>Takes a row as the scan has classified it.</summary>
    public void Take(TableReader row, ReadOnlySpan<CellReading> readings, RowMarks marks)
    {
        at = (row.Row, row.Line, 0);
        if (RemovalOf(marks) is { } removal)
        {
            changes.Add(new RepairChange(row.Row, row.Line, null, null, removal, Encoding.UTF8.GetString(row.RawRow), null));
            return;
        }

        if ((marks & RowMarks.Malformed) != 0)
        {
            changes.Add(new RepairChange(row.Row, row.Line, null, null, RepairKind.Quoting, Encoding.UTF8.GetString(row.RawRow), string.Join(" | ", Texts(row))));
        }

        if ((marks & RowMarks.Long) != 0)
        {
            WriteLong(row, marks);
        }
        else
        {
            Write(row, readings, fills: repairs && (marks & (RowMarks.Malformed | RowMarks.Short)) == 0);
        }

        csv.EndRecord();
    }

    private RepairKind? RemovalOf(RowMarks marks) => marks switch
    {
        _ when (marks & RowMarks.Blank) != 0 => RepairKind.BlankRow,
        _ when !repairs => null,
        _ when (marks & RowMarks.RepeatedHeader) != 0 => RepairKind.RepeatedHeader,
        _ when (marks & RowMarks.Note) != 0 => RepairKind.NoteRow,
        _ when (marks & RowMarks.Total) != 0 => RepairKind.TotalRow,
        _ => null,
    };

    private void Write(TableReader row, ReadOnlySpan<CellReading> readings, bool fills)
    {
        var filled = StartFill(fills);
        for (var i = 0; i < Math.Min(row.FieldCount, columns.Count); i++)
        {
            if (isDropped[i])
            {
                continue;
            }

            if (i >= filled && cells[i].Leaves(readings[i]))
            {
                csv.WriteField(row.Field(i));
                continue;
            }

            at.Column = i;
            var cell = cells[i].Leaves(readings[i]) ? row.Text(i) : cells[i].Mend(row.Text(i), readings[i], changed);
            csv.WriteField(i < filled ? Filled(i, cell) : cell);
        }
    }

    /// <summary>A row with more cells than columns is put together where that is sure, and else written as it stands.</summary>
    private void WriteLong(TableReader row, RowMarks marks)
    {
        var texts = Texts(row);
        var quoted = Enumerable.Range(0, texts.Length).Select(i => row.RawField(i) is [(byte)'"', ..]).ToArray();
        if (!repairs || (marks & RowMarks.Malformed) != 0 || SplitRow.Join(texts, quoted, columns, isCutByCommas) is not var (joinedCells, joined))
        {
            merged.Forget();
            foreach (var text in texts.Where((_, i) => i >= columns.Count || !isDropped[i]))
            {
                csv.WriteField(text);
            }

            return;
        }

        if (joined.Count == 0)
        {
            changes.Add(new RepairChange(row.Row, row.Line, null, null, RepairKind.BlankExtraCells, Encoding.UTF8.GetString(row.RawRow), null));
        }

        foreach (var number in joined)
        {
            at.Column = number.Column;
            changed(RepairKind.SplitNumber, number.Old, number.New);
        }

        WriteJoined(joinedCells);
    }

    private void WriteJoined(string[] row)
    {
        var filled = StartFill(fills: true);
        for (var i = 0; i < row.Length; i++)
        {
            if (!isDropped[i])
            {
                at.Column = i;
                var reading = CellReader.Read(row[i]);
                var cell = cells[i].Leaves(reading) ? row[i] : cells[i].Mend(row[i], reading, changed);
                csv.WriteField(i < filled ? Filled(i, cell) : cell);
            }
        }
    }

    /// <summary>How many columns from the left are filled down in this row.</summary>
    private int StartFill(bool fills)
    {
        merged.StartRow();
        if (fills)
        {
            return merged.Width;
        }

        merged.Forget();
        return 0;
    }

    private string Filled(int column, string cell)
    {
        var text = merged.Take(column, cell);
        if (!ReferenceEquals(text, cell) && text != cell)
        {
            changed(RepairKind.MergedCell, cell, text);
        }

        return text;
    }

    private static string[] Texts(TableReader row)
    {
        var texts = new string[row.FieldCount];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = row.Text(i);
        }

        return texts;
    }
}
