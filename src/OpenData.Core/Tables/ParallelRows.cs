using CsvHelper;

namespace OpenData.Tables;

/// <summary>Turns a row into a result; called on several threads at once, each row once.</summary>
public delegate T RowReaderFunction<out T>(in TableRow row);

/// <summary>Reads a table's rows on several threads and gives the results in order of row.</summary>
public static class ParallelRows
{
    /// <summary>
    /// Reads all rows. Where a row's quoting is bad the reading ends with <paramref name="isWhole"/> saying false: such a file is to be
    /// read by one thread, which knows how to go on.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="threads">How many rows are worked on at once.</param>
    /// <param name="read">Turns a row into a result.</param>
    /// <param name="isWhole">Tells, after the last result, whether every row was read.</param>
    public static IEnumerable<T> Read<T>(Table table, int threads, RowReaderFunction<T> read, out Func<bool> isWhole)
    {
        var state = new State();
        isWhole = () => !state.IsMalformed;
        return ReadRows(table, threads, read, state);
    }

    private static IEnumerable<T> ReadRows<T>(Table table, int threads, RowReaderFunction<T> read, State state)
    {
        using var stream = Intake.Utf8Copy.Open(table.Upload);
        stream.Position = table.Start;
        var line = table.HasSeparatorHint ? 1 : 0;
        using var reader = CsvReader.Create(stream, table.Options(lineBreaksInQuotes: true, _ => state.IsMalformed = true), leaveOpen: true);
        using var results = reader.ParallelEnumerate(row => ReadRow(row, line, read, state), threads).GetEnumerator();
        while (!state.IsMalformed && MoveNext(results, state))
        {
            yield return results.Current;
        }
    }

    private static T ReadRow<T>(CsvReader row, int line, RowReaderFunction<T> read, State state)
    {
        // Such a row is told, not read: the slow way does that. Only ever set: "|=" would read and write back, and undo what another thread sets in between.
        if (row.FieldCount > TableLimits.Fields)
        {
            state.IsMalformed = true;
        }

        return read(new TableRow(row, row.RowNumber, line + row.LineNumber, row.FieldCount, RowFault.None));
    }

    private static bool MoveNext<T>(IEnumerator<T> results, State state)
    {
        try
        {
            return results.MoveNext();
        }
        catch (CsvFormatException)
        {
            // A record over the size limit.
            state.IsMalformed = true;
            return false;
        }
    }

    private sealed class State
    {
        public volatile bool IsMalformed;
    }
}
