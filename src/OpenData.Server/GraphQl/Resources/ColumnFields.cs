using OpenData.Schemas;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>A column as GraphQL shows it.</summary>
/// <param name="Index">0-based position in the release's dictionary.</param>
/// <param name="Name">Its GraphQL name: the dictionary's, but where GraphQL has its own use for that.</param>
/// <param name="Column">What the dictionary says of it.</param>
internal sealed record ColumnField(int Index, string Name, DictionaryColumn Column)
{
    /// <summary>The name of the scalar its values are of.</summary>
    public string Scalar { get; } = ScalarOf(Column.Type);

    public static string ScalarOf(ColumnType type) => type switch
    {
        ColumnType.Integer => "Long",
        ColumnType.Number => "Float",
        ColumnType.Decimal => "Decimal",
        ColumnType.Boolean => "Boolean",
        ColumnType.Date => "Date",
        ColumnType.DateTime => "DateTime",
        ColumnType.Time => "Time",
        ColumnType.Year => "Year",
        _ => "String",
    };
}

/// <summary>A reference as a field of a row: the object of the other dataset.</summary>
/// <param name="Name">Its GraphQL name.</param>
/// <param name="Columns">0-based positions of the columns that refer.</param>
/// <param name="Reference">What the dictionary says of it.</param>
internal sealed record ReferenceField(string Name, IReadOnlyList<int> Columns, Reference Reference);

/// <summary>The GraphQL names of columns and references, each once.</summary>
internal static class FieldNames
{
    /// <summary>What filters and literals use themselves.</summary>
    private static readonly HashSet<string> Reserved = new(["and", "or", "true", "false", "null"], StringComparer.Ordinal);

    private static readonly string[] KeySuffixes = ["_id", "_code", "_key", "_no", "Id", "Code", "Key", "No"];

    public static IReadOnlyList<ColumnField> Of(DataDictionary dictionary)
    {
        // A name that can stay as it is stays, whatever stands before it.
        var taken = dictionary.Columns.Select(c => c.Name).Where(CanStay).ToHashSet(StringComparer.Ordinal);
        return [.. dictionary.Columns.Select((c, i) => new ColumnField(i, CanStay(c.Name) ? c.Name : Free(Allowed(c.Name), taken), c))];
    }

    public static IReadOnlyList<ReferenceField> Of(DataDictionary dictionary, IReadOnlyList<ColumnField> columns)
    {
        var taken = columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        List<ReferenceField> fields = [];
        foreach (var reference in dictionary.References)
        {
            int[] positions = [.. reference.Columns.Select(dictionary.IndexOf)];
            if (positions.Length > 0 && positions.Length == reference.To.Count && Array.TrueForAll(positions, p => p >= 0))
            {
                fields.Add(new ReferenceField(Name(reference, taken), positions, reference));
            }
        }

        return fields;
    }

    /// <summary>What the column calls the other thing, without the word for its key; else the other dataset's name.</summary>
    private static string Name(Reference reference, HashSet<string> taken)
    {
        var column = reference.Columns[0];
        var suffix = reference.Columns.Count == 1 ? Array.Find(KeySuffixes, s => column.Length > s.Length && column.EndsWith(s, StringComparison.Ordinal)) : null;
        var short_ = suffix is null ? "" : column[..^suffix.Length];
        return CanStay(short_) && taken.Add(short_) ? short_ : Free(Identifiers.Of(reference.Dataset), taken);
    }

    private static bool CanStay(string name) => name.Length > 0 && !Reserved.Contains(name) && !name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>Names that start with two underscores are introspection's. Specification 2.1.9.1 (Reserved Names).</summary>
    private static string Allowed(string name) => name.StartsWith("__", StringComparison.Ordinal) ? "_" + name.TrimStart('_') : name;

    private static string Free(string name, HashSet<string> taken)
    {
        while (!CanStay(name) || !taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
