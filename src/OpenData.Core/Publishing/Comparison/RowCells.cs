using OpenData.Store;

namespace OpenData.Publishing.Comparison;

/// <summary>Compares a cell of two rows, without making values of them.</summary>
internal static class RowCells
{
    public static bool Same(RowReader one, RowReader other, int column) => (one.Kind(column), other.Kind(column)) switch
    {
        (RowValueKind.Integer, RowValueKind.Integer) => one.Integer(column) == other.Integer(column),
        (RowValueKind.Float, RowValueKind.Float) => one.Float(column).Equals(other.Float(column)),
        (RowValueKind.Text, RowValueKind.Text) => one.Utf8(column).SequenceEqual(other.Utf8(column)),
        var (kind, otherKind) => kind == otherKind,
    };

    /// <summary>As stores order them by bytes: what is empty first, numbers by size, texts by their bytes.</summary>
    public static int Compare(RowReader one, RowReader other, int column) => (one.Kind(column), other.Kind(column)) switch
    {
        (RowValueKind.Integer, RowValueKind.Integer) => one.Integer(column).CompareTo(other.Integer(column)),
        (RowValueKind.Float, RowValueKind.Float) => one.Float(column).CompareTo(other.Float(column)),
        (RowValueKind.Text, RowValueKind.Text) => one.Utf8(column).SequenceCompareTo(other.Utf8(column)),
        var (kind, otherKind) => kind.CompareTo(otherKind),
    };
}
