using System.Buffers;
using OpenData.Schemas;

namespace OpenData.Store.Postgres;

/// <summary>The table of a unit, its indexes, and what may be made when it is already read.</summary>
internal static class PostgresUnitSchema
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>An index that the rows must have before they are published.</summary>
    /// <param name="Columns">The dictionary's names of its columns.</param>
    /// <param name="Sql">The statement that makes it.</param>
    /// <param name="HashedSql">The same over hashes, for texts that are too long for an index.</param>
    public sealed record UniqueIndex(IReadOnlyList<string> Columns, string Sql, string HashedSql);

    public static string NameOf(Guid id) => id.ToString("N");

    /// <summary>The only way from a unit to a table: 32 lower-case hex digits.</summary>
    public static string TableOf(string unit) =>
        unit.Length == 32 && !unit.AsSpan().ContainsAnyExcept(Hex)
            ? $"{PostgresServer.RowsSchema}.r_{unit}"
            : throw new ArgumentException($"'{unit}' is no name of a unit.", nameof(unit));

    public static string Table(string unit, DataDictionary dictionary)
    {
        var columns = dictionary.Columns.Select((c, i) => $"{Sqlite.Identifier.Column(i)} {PostgresColumn.Declaration(c.Type)}");
        return $"CREATE TABLE {TableOf(unit)} ({string.Join(", ", columns.Prepend($"{PostgresColumn.Number} bigint NOT NULL").Append($"{PostgresColumn.Odd} text"))})";
    }

    /// <summary>Pages are read in the order of row numbers, from the first on. Made when all rows are there: kept while they come, an index costs twice as much.</summary>
    public static string NumberIndex(string unit) => $"CREATE UNIQUE INDEX ON {TableOf(unit)} ({PostgresColumn.Number})";

    /// <summary>The key and what is unique: they prove the rows, and single rows are asked for by them. Empty cells come first, as they do in every order.</summary>
    public static IReadOnlyList<UniqueIndex> UniqueIndexes(string unit, DataDictionary dictionary)
    {
        List<IReadOnlyList<string>> wanted = [.. dictionary.Columns.Where(c => c.Unique).Select(c => (IReadOnlyList<string>)[c.Name])];
        if (dictionary.Key.Count > 0)
        {
            wanted.Insert(0, dictionary.Key);
        }

        return
        [
            .. wanted.DistinctBy(w => string.Join('\n', w)).Select(columns =>
            {
                var places = columns.Select(dictionary.IndexOf).ToList();
                var plain = places.Select(p => $"{Sqlite.Identifier.Column(p)} NULLS FIRST");
                var hashed = places.Select(p => PostgresColumn.Declaration(dictionary.Columns[p].Type).StartsWith("text", StringComparison.Ordinal) ? $"md5({Sqlite.Identifier.Column(p)})" : Sqlite.Identifier.Column(p));
                return new UniqueIndex(
                    columns,
                    $"CREATE UNIQUE INDEX ON {TableOf(unit)} ({string.Join(", ", plain)})",
                    $"CREATE UNIQUE INDEX ON {TableOf(unit)} ({string.Join(", ", hashed)})");
            }),
        ];
    }

    /// <summary>Statistics, and the indexes of references, code lists, dates and words in texts: rows are found without them too, only later.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="dictionary">Its dictionary.</param>
    /// <param name="trigrams">The schema that has <c>pg_trgm</c>, or null where the database has not.</param>
    public static IReadOnlyList<string> Care(string unit, DataDictionary dictionary, string? trigrams)
    {
        List<string> care = [$"ANALYZE {TableOf(unit)}"];
        var unique = UniqueIndexes(unit, dictionary).Select(i => i.Columns[0]).ToHashSet(StringComparer.Ordinal);
        var ordered = dictionary.References.Select(r => r.Columns)
            .Concat(dictionary.Columns.Where(c => c.Codes.Count > 0 || c.Type is ColumnType.Code or ColumnType.Date or ColumnType.DateTime or ColumnType.Year).Select(c => (IReadOnlyList<string>)[c.Name]))
            .Where(columns => columns.Count > 1 || !unique.Contains(columns[0]))
            .Select(columns => string.Join(", ", columns.Select(c => $"{Sqlite.Identifier.Column(dictionary.IndexOf(c))} NULLS FIRST")))
            .Distinct(StringComparer.Ordinal)
            .Take(StoreLimits.IndexesOfUnit);
        care.AddRange(ordered.Select((columns, i) => $"CREATE INDEX IF NOT EXISTS r_{unit}_o{i + 1} ON {TableOf(unit)} ({columns}, {PostgresColumn.Number})"));
        if (trigrams is not null)
        {
            care.AddRange(dictionary.Columns
                .Select((c, i) => (c.Type, Column: Sqlite.Identifier.Column(i)))
                .Where(c => c.Type == ColumnType.Text)
                .Take(StoreLimits.IndexesOfUnit)
                .Select(c => $"CREATE INDEX IF NOT EXISTS r_{unit}_t{c.Column} ON {TableOf(unit)} USING gin (lower({c.Column}) \"{trigrams.Replace("\"", "\"\"", StringComparison.Ordinal)}\".gin_trgm_ops)"));
        }

        return care;
    }
}
