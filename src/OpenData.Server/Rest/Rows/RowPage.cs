using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Server.Rest.Rows;

/// <summary>One answer of rows: everything of it but the rows, known before the first is read.</summary>
internal sealed record RowPage
{
    /// <summary>The release that answers.</summary>
    public required Release Release { get; init; }

    /// <summary>The resource's key, by which files are called.</summary>
    public required string Key { get; init; }

    /// <summary>The columns to write, in order: the first of the reader's.</summary>
    public required IReadOnlyList<DictionaryColumn> Columns { get; init; }

    /// <summary>How header lines and cells are dressed for spreadsheets.</summary>
    public required RowDress Dress { get; init; }

    /// <summary>The language of labels.</summary>
    public required Language Language { get; init; }

    /// <summary>How many rows match, or null where that was not asked.</summary>
    public long? Total { get; init; }

    /// <summary>The address of the next page, where it is known before the rows are.</summary>
    public string? Next { get; init; }

    /// <summary>Where in the reader's columns the place of a row is, or null.</summary>
    public Coordinates? Place { get; init; }

    /// <summary>True where one row was asked for: it is the answer, without anything around it where the format allows.</summary>
    public bool Single { get; init; }

    /// <summary>The text of a column's header.</summary>
    public string Header(DictionaryColumn column) =>
        !Dress.Labels ? column.Name : column.Label.IsEmpty ? column.Header : column.Label.In(Language);
}

/// <summary>How an answer is dressed for spreadsheets.</summary>
/// <param name="Labels">Headers are labels instead of names.</param>
/// <param name="Bom">CSV begins with a byte order mark, by which Excel knows UTF-8.</param>
/// <param name="ExcelSafe">Texts of CSV that Excel would run as formulas have an apostrophe before them.</param>
internal sealed record RowDress(bool Labels, bool Bom, bool ExcelSafe)
{
    public static readonly RowDress Plain = new(false, false, false);
}
