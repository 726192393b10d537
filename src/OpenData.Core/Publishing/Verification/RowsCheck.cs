using System.Runtime.InteropServices;
using OpenData.Publishing.Comparison;
using OpenData.Registry;
using OpenData.Rules;
using OpenData.Store;

namespace OpenData.Publishing.Verification;

/// <summary>Reads the original once more and compares it with the kept rows, cell by cell; one row of each is in memory.</summary>
internal sealed class RowsCheck(IDataStore store, string name, Release release)
{
    private readonly Discrepancies found = new(name);

    public async Task<IEnumerable<Discrepancy>> RunAsync(Inspection inspection, CancellationToken cancellation)
    {
        await using var original = new AcceptedRows(inspection.Submission.Upload, release.Dictionary, inspection.Layout!);
        try
        {
            await using var kept = await store.Rows.QueryAsync(release, new RowQuery { Select = [.. Enumerable.Range(0, original.ColumnCount)] }, cancellation);
            await CompareAsync(original, kept, cancellation);
        }

        // A database's own exceptions are external ones.
        catch (Exception unreadable) when (unreadable is ExternalException or IOException or ArgumentException)
        {
            found.Add(new Discrepancy(DiscrepancyCodes.RowsUnreadable, name) { Found = unreadable.Message });
        }

        return found.All();
    }

    private async Task CompareAsync(AcceptedRows original, RowReader kept, CancellationToken cancellation)
    {
        var hasOriginal = await original.ReadAsync(cancellation);
        var hasKept = await kept.ReadAsync(cancellation);
        while (hasOriginal || hasKept)
        {
            if (!hasKept || (hasOriginal && kept.Row > original.Row))
            {
                found.Add(new Discrepancy(DiscrepancyCodes.RowRemoved, name) { Row = original.Row });
                hasOriginal = await original.ReadAsync(cancellation);
                continue;
            }

            if (!hasOriginal || kept.Row < original.Row)
            {
                found.Add(new Discrepancy(DiscrepancyCodes.RowAdded, name) { Row = kept.Row });
                hasKept = await kept.ReadAsync(cancellation);
                continue;
            }

            CompareCells(original, kept);
            hasOriginal = await original.ReadAsync(cancellation);
            hasKept = await kept.ReadAsync(cancellation);
        }
    }

    private void CompareCells(AcceptedRows original, RowReader kept)
    {
        for (var column = 0; column < original.ColumnCount; column++)
        {
            if (!RowCells.Same(original, kept, column))
            {
                found.Add(new Discrepancy(DiscrepancyCodes.CellChanged, name)
                {
                    Row = original.Row,
                    Column = release.Dictionary.Columns[column].Name,
                    Expected = Discrepancies.Cut(original.Value(column).ToString()),
                    Found = Discrepancies.Cut(kept.Value(column).ToString()),
                });
            }
        }
    }
}
