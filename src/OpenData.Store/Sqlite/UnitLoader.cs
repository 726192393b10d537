using Microsoft.Data.Sqlite;
using OpenData.Schemas;
using SQLitePCL;

namespace OpenData.Store.Sqlite;

/// <summary>Writes the rows of an accepted file into a new unit, as fast as SQLite takes them: nobody else sees the file yet.</summary>
internal static class UnitLoader
{
    /// <summary>Writes all rows and the indexes; returns the number of rows. What is left after an error is of no use.</summary>
    /// <exception cref="NotSupportedException">The dictionary has more columns than SQLite has room for.</exception>
    /// <exception cref="InvalidDataException">A cell is not of its column's type, or a key is there twice: the rows were not checked.</exception>
    public static async Task<long> WriteAsync(string path, DataDictionary dictionary, RowReader rows, CancellationToken cancellation)
    {
        if (dictionary.Columns.Count > StoreLimits.Columns)
        {
            throw new NotSupportedException($"A table can have {StoreLimits.Columns:N0} columns at most (SQLite's limit), and this dictionary has {dictionary.Columns.Count:N0}.");
        }

        if (rows.ColumnCount != dictionary.Columns.Count)
        {
            throw new ArgumentException($"Rows of {rows.ColumnCount} columns do not fit a dictionary of {dictionary.Columns.Count}.", nameof(rows));
        }

        using var file = OpenNew(path);

        // A killed load leaves a file that is thrown away: journal and syncs would be for nothing. The finished file is flushed once.
        Execute(file, $"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -{StoreLimits.LoadCacheKibibytes}; BEGIN");
        Execute(file, UnitSchema.Table(dictionary));
        Execute(file, UnitSchema.EmptyTable);
        Execute(file, UnitSchema.PlainTable);
        var count = await InsertAsync(file, dictionary, rows, cancellation);
        foreach (var index in UnitSchema.Indexes(dictionary))
        {
            cancellation.ThrowIfCancellationRequested();
            CreateIndex(file, index);
        }

        Execute(file, "COMMIT");
        Check(file, raw.sqlite3_close(file));
        return count;
    }

    private static sqlite3 OpenNew(string path)
    {
        var code = raw.sqlite3_open_v2(path, out var file, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            Check(file, code);
            UnitConnection.Register(file);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static async Task<long> InsertAsync(sqlite3 file, DataDictionary dictionary, RowReader rows, CancellationToken cancellation)
    {
        Check(file, raw.sqlite3_prepare_v2(file, UnitSchema.Insert(dictionary), out var insert));
        using (insert)
        {
            var row = new RowBinder(file, insert, dictionary);
            while (await rows.ReadAsync(cancellation))
            {
                row.Insert(rows);
            }

            Note(file, UnitSchema.EmptyRow, row.Empty);
            Note(file, UnitSchema.PlainRow, row.Plain);
            return row.Count;
        }
    }

    private static void Note(sqlite3 file, string insert, IEnumerable<int> columns)
    {
        Check(file, raw.sqlite3_prepare_v2(file, insert, out var note));
        using (note)
        {
            foreach (var column in columns)
            {
                Check(file, raw.sqlite3_bind_int(note, 1, column));
                Check(file, raw.sqlite3_step(note));
                Check(file, raw.sqlite3_reset(note));
            }
        }
    }

    private static void CreateIndex(sqlite3 file, UnitSchema.Index index)
    {
        var code = raw.sqlite3_exec(file, index.Sql);
        if (code == raw.SQLITE_CONSTRAINT)
        {
            throw new InvalidDataException($"The values of {string.Join(", ", index.Columns)} tell no row from another: some are there twice.");
        }

        Check(file, code);
    }

    private static void Execute(sqlite3 file, string sql) => Check(file, raw.sqlite3_exec(file, sql));

    internal static void Check(sqlite3 file, int code) => SqliteException.ThrowExceptionForRC(code, file);
}
