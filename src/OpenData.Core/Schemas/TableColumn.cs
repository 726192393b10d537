using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>What a cell of the CSV holds.</summary>
internal enum CellKind
{
    Text,

    /// <summary>A data type, also by its name in a database.</summary>
    Type,
    Boolean,
    Integer,

    /// <summary>A bound: a number where it looks like one.</summary>
    Value,
    Codes,

    /// <summary>Whether, or as the how-many-eth, the column is part of the key.</summary>
    Key,
}

/// <summary>One CSV column of the dictionary's table.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Member">The key of a Form 2 column that it fills.</param>
/// <param name="Language">The language of the text that it fills, or null.</param>
internal sealed record TableColumn(string Name, CellKind Kind, string Member, string? Language = null)
{
    /// <summary>The columns that we write, in order.</summary>
    public static IReadOnlyList<TableColumn> All { get; } =
    [
        new("name", CellKind.Text, "name"),
        new("header", CellKind.Text, "header"),
        new("label_th", CellKind.Text, "label", "th"),
        new("label_en", CellKind.Text, "label", "en"),
        new("type", CellKind.Type, "type"),
        new("format", CellKind.Text, "format"),
        new("calendar", CellKind.Text, "calendar"),
        new("unit", CellKind.Text, "unit"),
        new("description_th", CellKind.Text, "description", "th"),
        new("description_en", CellKind.Text, "description", "en"),
        new("required", CellKind.Boolean, "required"),
        new("unique", CellKind.Boolean, "unique"),
        new("key", CellKind.Key, "key"),
        new("codes", CellKind.Codes, "codes"),
        new("minimum", CellKind.Value, "minimum"),
        new("maximum", CellKind.Value, "maximum"),
        new("min_length", CellKind.Integer, "minLength"),
        new("max_length", CellKind.Integer, "maxLength"),
        new("pattern", CellKind.Text, "pattern"),
        new("role", CellKind.Text, "role"),
        new("example", CellKind.Text, "example"),
    ];

    /// <summary>Columns read beside those: the plain layout of the National Statistical Office, one-language texts, and a unit in two languages.</summary>
    private static readonly TableColumn[] AlsoRead =
    [
        new("field_name", CellKind.Text, "name"),
        new("data_type", CellKind.Type, "type"),
        new("label", CellKind.Text, "label"),
        new("description", CellKind.Text, "description"),
        new("unit_th", CellKind.Text, "unit", "th"),
        new("unit_en", CellKind.Text, "unit", "en"),
    ];

    /// <summary>The columns that hold all of a dictionary: a unit in two languages takes two columns.</summary>
    public static IReadOnlyList<TableColumn> For(DataDictionary dictionary) => dictionary.Columns.All(c => c.Unit.Th == c.Unit.En)
        ? All
        : [.. All.SelectMany(c => c.Member == "unit" ? AlsoRead.Where(a => a.Member == "unit") : [c])];

    /// <summary>The column called <paramref name="header"/>; case, and a space for an underscore, are forgiven.</summary>
    public static TableColumn? Find(string header)
    {
        var name = header.Trim().Replace(' ', '_').ToLowerInvariant();
        return All.Concat(AlsoRead).FirstOrDefault(c => c.Name == name || c.Name.Replace("_", "", StringComparison.Ordinal) == name);
    }

    /// <summary>The cell of a column of a dictionary.</summary>
    public string Write(JObject json, DictionaryColumn column, DataDictionary dictionary) => (Kind, json[Member]) switch
    {
        (CellKind.Key, _) => Key(column, dictionary),
        (CellKind.Codes, _) => CodeCell.Write(column.Codes),
        (_, null) => "",
        (_, JObject texts) => (string?)texts[Language!] ?? "",
        (_, { } value) => DictionaryTree.Value(value, null) ?? "",
    };

    private static string Key(DictionaryColumn column, DataDictionary dictionary)
    {
        for (var i = 0; i < dictionary.Key.Count; i++)
        {
            if (dictionary.Key[i] == column.Name)
            {
                return (i + 1).ToString(CultureInfo.InvariantCulture);
            }
        }

        return "";
    }
}
