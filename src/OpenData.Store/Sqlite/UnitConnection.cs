using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpenData.Store.Sqlite;

/// <summary>A connection to one unit, in the hands of one reader at a time, with the statements it has prepared.</summary>
internal sealed class UnitConnection : IDisposable
{
    /// <summary>The SQL function that makes a float of the integer of its 64 bits.</summary>
    public const string FloatOfBits = "float_of_bits";

    private static readonly delegate_collation Decimal = static (_, left, right) => DecimalText.Compare(left, right);
    private static readonly delegate_collation Thai = static (_, left, right) => TextOrder.Compare(left, right);
    private static readonly delegate_function_scalar Float = static (context, _, values) =>
        raw.sqlite3_result_double(context, BitConverter.Int64BitsToDouble(raw.sqlite3_value_int64(values[0])));

    private readonly sqlite3 file;
    private readonly Dictionary<string, sqlite3_stmt> prepared = [];
    private int preparedLength;

    private UnitConnection(string unit, sqlite3 file, bool isMapped)
    {
        (Unit, IsMapped) = (unit, isMapped);
        this.file = file;
        Facts = new UnitFacts(Numbers(UnitSchema.EmptyRows), Numbers(UnitSchema.HasPlain).Count > 0 ? Numbers(UnitSchema.PlainRows) : new HashSet<int>());
    }

    /// <summary>The unit it reads.</summary>
    public string Unit { get; }

    /// <summary>True where it reads the file in the memory of the system, of which what was read once stays with the process as long as there is room.</summary>
    public bool IsMapped { get; }

    /// <summary>What is known of the unit.</summary>
    public UnitFacts Facts { get; }

    /// <summary>Opens a unit; one that is read from end to end is not mapped, or all of it would be held.</summary>
    public static UnitConnection Open(string unit, string path, bool mapped = true)
    {
        // immutable: the file never changes, so SQLite takes no locks and looks for no journal. The path is escaped as a URI's.
        var code = raw.sqlite3_open_v2(new Uri(path).AbsoluteUri + "?immutable=1", out var file, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            SqliteException.ThrowExceptionForRC(code, file);
            Register(file);
            SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(file, $"PRAGMA mmap_size = {(mapped ? StoreLimits.MappedBytes : 0)}; PRAGMA query_only = ON"), file);
            return new UnitConnection(unit, file, mapped);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Teaches a connection our collations and functions.</summary>
    public static void Register(sqlite3 file)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3__create_collation_utf8(file, DecimalText.Collation, null, Decimal), file);
        SqliteException.ThrowExceptionForRC(raw.sqlite3__create_collation_utf8(file, ThaiOrder.Collation, null, Thai), file);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_create_function(file, FloatOfBits, 1, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, Float), file);
        DecimalFunctions.Register(file);
        FoundFunctions.Register(file);
    }

    /// <summary>Binds a text by its bytes; an empty one too, which has no address and would otherwise be bound as NULL.</summary>
    public static int BindText(sqlite3_stmt statement, int parameter, ReadOnlySpan<byte> text) =>
        text.IsEmpty ? raw.sqlite3_bind_text(statement, parameter, "") : raw.sqlite3_bind_text(statement, parameter, text);

    /// <summary>The statement, ready to be stepped.</summary>
    public sqlite3_stmt Prepare(SqlStatement statement)
    {
        if (!prepared.TryGetValue(statement.Text, out var found))
        {
            if (prepared.Count == StoreLimits.StatementsOfConnection || preparedLength > StoreLimits.StatementLengthOfConnection)
            {
                Forget();
            }

            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(file, statement.Text, raw.SQLITE_PREPARE_PERSISTENT, out found), file);
            prepared.Add(statement.Text, found);
            preparedLength += statement.Text.Length;
        }

        for (var i = 0; i < statement.Parameters.Count; i++)
        {
            Bind(found, i + 1, statement.Parameters[i]);
        }

        return found;
    }

    /// <summary>Moves to the next row; false after the last.</summary>
    /// <exception cref="OperationCanceledException">The step was interrupted.</exception>
    public bool Step(sqlite3_stmt statement, CancellationToken cancellation)
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(cancellation);
        }

        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, file);
        }

        return code == raw.SQLITE_ROW;
    }

    /// <summary>Stops a step that another thread is in.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(file);

    /// <summary>Puts a statement back to its start and lets go of its values.</summary>
    public static void Reset(sqlite3_stmt statement)
    {
        // Its code repeats an error that the step has told already.
        _ = raw.sqlite3_reset(statement);
        _ = raw.sqlite3_clear_bindings(statement);
    }

    public void Dispose()
    {
        Forget();
        file.Dispose();
    }

    private HashSet<int> Numbers(string sql)
    {
        HashSet<int> numbers = [];
        var statement = Prepare(new SqlStatement(sql, []));
        while (Step(statement, CancellationToken.None))
        {
            numbers.Add(raw.sqlite3_column_int(statement, 0));
        }

        Reset(statement);
        return numbers;
    }

    private void Bind(sqlite3_stmt statement, int parameter, RowValue value) =>
        SqliteException.ThrowExceptionForRC(
            value.Kind switch
            {
                RowValueKind.Integer => raw.sqlite3_bind_int64(statement, parameter, value.Integer),
                RowValueKind.Float => raw.sqlite3_bind_double(statement, parameter, value.Float),
                RowValueKind.Text => BindText(statement, parameter, Encoding.UTF8.GetBytes(value.Text)),
                _ => raw.sqlite3_bind_null(statement, parameter),
            },
            file);

    private void Forget()
    {
        foreach (var statement in prepared.Values)
        {
            statement.Dispose();
        }

        prepared.Clear();
        preparedLength = 0;
    }
}
