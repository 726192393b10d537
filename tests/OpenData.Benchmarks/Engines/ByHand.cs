using System.Data;
using System.Data.Common;

namespace OpenData.Benchmarks.Engines;

/// <summary>What a developer writes who needs this one table: one open connection, prepared commands, every cell of every row read.</summary>
internal sealed class ByHand : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly Dictionary<Question, DbCommand> commands = [];

    private ByHand(DbConnection connection) => this.connection = connection;

    /// <summary>Opens a connection and prepares the statements.</summary>
    /// <param name="connection">A connection that is not open yet.</param>
    /// <param name="table">The table of the release.</param>
    /// <param name="number">The column of the row's number.</param>
    public static async Task<ByHand> OpenAsync(DbConnection connection, string table, string number)
    {
        var hand = new ByHand(connection);
        await connection.OpenAsync();
        var columns = string.Join(", ", Enumerable.Range(1, 12).Select(i => $"c{i}"));
        await hand.PrepareAsync(Question.Page, $"SELECT {columns} FROM {table} WHERE {number} > @p ORDER BY {number} LIMIT 100", DbType.Int64);
        await hand.PrepareAsync(Question.Filter, $"SELECT {columns} FROM {table} WHERE c2 = @p ORDER BY {number} LIMIT 20", DbType.String);
        await hand.PrepareAsync(Question.Key, $"SELECT {columns} FROM {table} WHERE c1 = @p LIMIT 1", DbType.Int64);
        await hand.PrepareAsync(Question.Count, $"SELECT count(*) FROM {table} WHERE c6 > @p", DbType.Int64);
        await hand.PrepareAsync(Question.Group, $"SELECT c2, count(*), sum(c6) FROM {table} WHERE c6 > @p GROUP BY c2 ORDER BY c2", DbType.Int64);
        return hand;
    }

    /// <summary>Asks, and gives what was read.</summary>
    public async Task<Answer> AskAsync(Question question, object value)
    {
        var command = commands[question];
        command.Parameters[0].Value = value;
        var answer = new Answer();
        await using var reader = await command.ExecuteReaderAsync();
        var cells = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(cells);
            answer.Add(cells[0]);
        }

        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in commands.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private async Task PrepareAsync(Question question, string sql, DbType type)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.DbType) = ("p", type);
        command.Parameters.Add(parameter);
        await command.PrepareAsync();
        commands[question] = command;
    }
}
