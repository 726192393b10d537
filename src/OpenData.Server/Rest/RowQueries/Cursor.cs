using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>A place in the answer to one query on one release, as text that clients hand back unread.</summary>
/// <remarks>Bytes: release number, 8 bytes of the hash of resource, filters and order, row number, then a value for each step of the order.</remarks>
internal static class Cursor
{
    private const int HashLength = 8;

    /// <summary>What became of a cursor that a client gave.</summary>
    public enum Verdict
    {
        Good,

        /// <summary>It is no cursor of ours.</summary>
        Malformed,

        /// <summary>It comes from another query or another release.</summary>
        Stale,
    }

    public static string Write(RowPosition position, Release release, string sameness) => Write(Start(release, sameness), position);

    /// <summary>The bytes that all cursors of one answer begin with.</summary>
    public static byte[] Start(Release release, string sameness)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(release.Number);
        writer.Write(Hash(release, sameness));
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>The cursor of a place, for one of many in an answer.</summary>
    public static string Write(byte[] start, RowPosition position)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(start);
        writer.Write(position.Row);
        foreach (var value in position.Values)
        {
            Write(writer, value);
        }

        writer.Flush();
        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <param name="text">What the client gave.</param>
    /// <param name="release">The release that answers now.</param>
    /// <param name="sameness">Filters and order, as <see cref="RowRequest.Sameness"/> writes them.</param>
    /// <param name="steps">The column types of the order's steps.</param>
    /// <param name="position">The place, where the verdict is good.</param>
    public static Verdict Read(string text, Release release, string sameness, IReadOnlyList<ColumnType> steps, out RowPosition? position)
    {
        position = null;
        if (!Base64Url.IsValid(text))
        {
            return Verdict.Malformed;
        }

        using var reader = new BinaryReader(new MemoryStream(Base64Url.DecodeFromChars(text)), new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            var number = reader.ReadInt32();
            var hash = reader.ReadBytes(HashLength);
            if (number != release.Number || !hash.AsSpan().SequenceEqual(Hash(release, sameness)))
            {
                return hash.Length == HashLength ? Verdict.Stale : Verdict.Malformed;
            }

            var row = reader.ReadInt64();
            var values = steps.Select(type => ReadValue(reader, type)).ToList();
            position = new RowPosition(values, row);
            return reader.BaseStream.Position == reader.BaseStream.Length ? Verdict.Good : Verdict.Malformed;
        }
        catch (Exception cut) when (cut is EndOfStreamException or FormatException or DecoderFallbackException or ArgumentException)
        {
            return Verdict.Malformed;
        }
    }

    private static byte[] Hash(Release release, string sameness) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{release.ResourceId:N} {release.Sha256} {release.Dictionary.Sha256} {sameness}")).AsSpan(0, HashLength).ToArray();

    private static void Write(BinaryWriter writer, RowValue value)
    {
        writer.Write((byte)value.Kind);
        switch (value.Kind)
        {
            case RowValueKind.Integer:
                writer.Write(value.Integer);
                break;
            case RowValueKind.Float:
                writer.Write(value.Float);
                break;
            case RowValueKind.Text:
                writer.Write(value.Text);
                break;
        }
    }

    private static RowValue ReadValue(BinaryReader reader, ColumnType type)
    {
        var kind = (RowValueKind)reader.ReadByte();
        if (kind != RowValueKind.Null && kind != KindOf(type))
        {
            throw new FormatException($"A {type} column holds no {kind}.");
        }

        return kind switch
        {
            RowValueKind.Integer => RowValue.Of(reader.ReadInt64()),
            RowValueKind.Float => RowValue.Of(reader.ReadDouble()),
            RowValueKind.Text => RowValue.Of(reader.ReadString()),
            _ => RowValue.Null,
        };
    }

    private static RowValueKind KindOf(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Year or ColumnType.Boolean => RowValueKind.Integer,
        ColumnType.Number => RowValueKind.Float,
        _ => RowValueKind.Text,
    };
}
