using OpenData.Schemas.Values;
using OpenData.Tables;

namespace OpenData.Rules.Scanning;

/// <summary>Takes every row below the header as a scan has classified it; both spans are good until the next row.</summary>
/// <param name="row">The row itself.</param>
/// <param name="readings">What its cells look like, one per column; what it lacks is empty.</param>
/// <param name="marks">What sets it apart.</param>
internal delegate void RowSink(TableReader row, ReadOnlySpan<CellReading> readings, RowMarks marks);
