namespace OpenData.Schemas;

/// <summary>A value that a code column may hold, with what it means.</summary>
public sealed record CodeValue(string Code, LocalText Label);

/// <summary>Columns whose values are found in a key of another dataset.</summary>
/// <param name="Columns">Column names of this table.</param>
/// <param name="Dataset">The other dataset's name.</param>
/// <param name="Resource">Its resource's key, or null where it has only one.</param>
/// <param name="To">Column names of the other table, in the same order.</param>
public sealed record Reference(IReadOnlyList<string> Columns, string Dataset, string? Resource, IReadOnlyList<string> To);

/// <summary>One column as Form 2 describes it.</summary>
public sealed record DictionaryColumn
{
    /// <summary>The identifier that programs use: <c>[A-Za-z_][A-Za-z0-9_]*</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The text of the file's header cell; the name where not given.</summary>
    public required string Header { get; init; }

    public LocalText Label { get; init; } = LocalText.Empty;
    public LocalText Description { get; init; } = LocalText.Empty;
    public required ColumnType Type { get; init; }
    public string? Format { get; init; }
    public Calendar Calendar { get; init; }
    public LocalText Unit { get; init; } = LocalText.Empty;
    public bool Required { get; init; }
    public bool Unique { get; init; }

    /// <summary>The least value allowed, written as a value of the column's type.</summary>
    public string? Minimum { get; init; }

    /// <summary>The greatest value allowed, written as a value of the column's type.</summary>
    public string? Maximum { get; init; }

    /// <summary>The least length in characters (Unicode scalar values).</summary>
    public int? MinLength { get; init; }

    /// <summary>The greatest length in characters (Unicode scalar values).</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression that the whole value must match.</summary>
    public string? Pattern { get; init; }

    /// <summary>The code list, or empty where any value is allowed.</summary>
    public IReadOnlyList<CodeValue> Codes { get; init; } = [];

    public ColumnRole Role { get; init; }
    public string? Example { get; init; }
}

/// <summary>A data dictionary (Form 2): what every column of a table is.</summary>
public sealed record DataDictionary
{
    public required IReadOnlyList<DictionaryColumn> Columns { get; init; }

    /// <summary>Names of the columns that together tell one row from another; empty where there is no key.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>Cell texts that mean "no value"; the empty cell always does.</summary>
    public IReadOnlyList<string> MissingValues { get; init; } = [""];

    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>SHA-256 of the canonical JSON, in lower-case hex: the dictionary's version.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The index of the column called <paramref name="name"/>, or -1.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (string.Equals(Columns[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
