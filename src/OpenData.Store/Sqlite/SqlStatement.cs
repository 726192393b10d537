namespace OpenData.Store.Sqlite;

/// <summary>A statement and the values of its parameters <c>?1</c>, <c>?2</c>, …</summary>
internal sealed record SqlStatement(string Text, IReadOnlyList<RowValue> Parameters);
