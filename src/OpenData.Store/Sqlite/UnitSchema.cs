using OpenData.Schemas;

namespace OpenData.Store.Sqlite;

/// <summary>The table and the indexes of a unit. Its rowid is the row's number, so that a column is left for the data.</summary>
internal static class UnitSchema
{
    /// <summary>An index to be made.</summary>
    /// <param name="Columns">The dictionary's names of its columns.</param>
    /// <param name="Sql">The statement that makes it.</param>
    public sealed record Index(IReadOnlyList<string> Columns, string Sql);

    /// <summary>The positions of the columns that have an empty cell: of the others the order is known to hold no nulls.</summary>
    public const string EmptyTable = "CREATE TABLE empty (position INTEGER NOT NULL PRIMARY KEY)";

    public const string EmptyRow = "INSERT INTO empty VALUES (?1)";

    public const string EmptyRows = "SELECT position FROM empty";

    /// <summary>The positions of the columns whose texts are all plain; units made before there was such a table have none.</summary>
    public const string PlainTable = "CREATE TABLE plain (position INTEGER NOT NULL PRIMARY KEY)";

    public const string PlainRow = "INSERT INTO plain VALUES (?1)";

    public const string PlainRows = "SELECT position FROM plain";

    public const string HasPlain = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'plain'";

    public static string Table(DataDictionary dictionary) =>
        $"CREATE TABLE rows ({string.Join(", ", dictionary.Columns.Select((c, i) => $"{Identifier.Column(i)} {ColumnStorage.Declaration(c.Type)}"))})";

    public static string Insert(DataDictionary dictionary) =>
        $"INSERT INTO rows VALUES ({string.Join(", ", dictionary.Columns.Select((_, i) => $"?{i + 1}"))})";

    /// <summary>True where an index begins with the column, so that rows are found in its order.</summary>
    public static bool IsOrdered(DataDictionary dictionary, int column)
    {
        var name = dictionary.Columns[column].Name;
        return dictionary.Columns[column].Unique
            || (dictionary.Key.Count > 0 && dictionary.Key[0] == name)
            || dictionary.References.Any(r => r.Columns[0] == name);
    }

    /// <summary>The key and what is unique, by which single rows are asked for; and what refers elsewhere, by which rows are joined.</summary>
    public static IReadOnlyList<Index> Indexes(DataDictionary dictionary)
    {
        List<(IReadOnlyList<string> Columns, bool Unique)> wanted = [];
        if (dictionary.Key.Count > 0)
        {
            wanted.Add((dictionary.Key, true));
        }

        wanted.AddRange(dictionary.Columns.Where(c => c.Unique).Select(c => ((IReadOnlyList<string>)[c.Name], true)));
        wanted.AddRange(dictionary.References.Select(r => (r.Columns, false)));
        return
        [
            .. wanted
                .Select(w => (w.Columns, w.Unique, Physical: string.Join(", ", w.Columns.Select(c => Identifier.Column(dictionary.IndexOf(c))))))
                .DistinctBy(w => w.Physical)
                .Select((w, i) => new Index(w.Columns, $"CREATE {(w.Unique ? "UNIQUE " : "")}INDEX i{i + 1} ON rows ({w.Physical})")),
        ];
    }
}
