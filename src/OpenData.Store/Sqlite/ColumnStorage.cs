using OpenData.Schemas;

namespace OpenData.Store.Sqlite;

/// <summary>How each column type is kept in a unit.</summary>
internal static class ColumnStorage
{
    /// <summary>The kind of every cell of such a column that is not empty.</summary>
    public static RowValueKind KindOf(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Year or ColumnType.Boolean => RowValueKind.Integer,
        ColumnType.Number => RowValueKind.Float,
        ColumnType.Text or ColumnType.Code or ColumnType.Decimal or ColumnType.Date or ColumnType.DateTime or ColumnType.Time => RowValueKind.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A column type the store does not know."),
    };

    /// <summary>The type and collation of such a column in <c>CREATE TABLE</c>; other texts are kept and indexed byte by byte, see <see cref="ThaiOrder"/>.</summary>
    public static string Declaration(ColumnType type) => (KindOf(type), type) switch
    {
        (RowValueKind.Integer, _) => "INTEGER",
        (RowValueKind.Float, _) => "REAL",
        (_, ColumnType.Decimal) => $"TEXT COLLATE {DecimalText.Collation}",
        _ => "TEXT",
    };
}
