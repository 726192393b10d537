using OpenData.Intake;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Store;
namespace OpenData.Publishing;
public static class StoredReferenceKeys { public static Task<IReferenceKeys?> LoadAsync(IDataStore store, DataDictionary dictionary, CancellationToken c) => throw new NotImplementedException(); }
public sealed class AcceptedRows(Upload u, DataDictionary d, Layout l) : RowReader
{
    public override int ColumnCount => throw new NotImplementedException();
    public override long Row => throw new NotImplementedException();
    public override ValueTask<bool> ReadAsync(CancellationToken cancellation = default) => throw new NotImplementedException();
    public override RowValueKind Kind(int column) => throw new NotImplementedException();
    public override long Integer(int column) => throw new NotImplementedException();
    public override double Float(int column) => throw new NotImplementedException();
    public override ReadOnlySpan<byte> Utf8(int column) => throw new NotImplementedException();
    public override string ToString() => $"{u}{d}{l}";
}
