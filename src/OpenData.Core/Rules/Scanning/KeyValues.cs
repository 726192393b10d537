using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Scanning;

/// <summary>Compares the values of keys as a store does: numbers by value, texts without the white space around them.</summary>
internal static class KeyValues
{
    /// <summary>The fingerprint of a key's value, carried on from the columns before it.</summary>
    public static ulong FingerprintOf(ReadOnlySpan<byte> cell, in CellReading reading, ColumnType type, ulong seed)
    {
        if (!type.IsNumeric() || !reading.Shape.IsPlainNumber() || reading.Shape is Shape.BigInteger or Shape.Exponent)
        {
            return Fingerprints.Of(WhiteSpace.Trim(cell), seed);
        }

        // 1.0 and 1.00 are one number.
        var (mantissa, scale) = (reading.Mantissa, reading.Scale);
        while (scale > 0 && mantissa % 10 == 0)
        {
            mantissa /= 10;
            scale--;
        }

        Span<byte> number = stackalloc byte[12];
        BitConverter.TryWriteBytes(number, mantissa);
        BitConverter.TryWriteBytes(number[8..], scale);
        return Fingerprints.Of(number, seed);
    }
}
