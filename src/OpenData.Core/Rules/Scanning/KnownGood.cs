namespace OpenData.Rules.Scanning;

/// <summary>
/// Remembers by fingerprint values that have passed a costly test, so that the few values of a code column are tested a few times and not a
/// million. Several threads may use one: a slot is one 64-bit number, read and written whole.
/// </summary>
internal sealed class KnownGood
{
    private const int Slots = 1024;

    private readonly ulong[] passed = new ulong[Slots];

    /// <summary>True where the value has passed before; else <paramref name="fingerprint"/> is for <see cref="Add"/>.</summary>
    public bool Contains(ReadOnlySpan<byte> value, out ulong fingerprint)
    {
        fingerprint = Fingerprints.Of(value);
        return Volatile.Read(ref passed[fingerprint % Slots]) == fingerprint;
    }

    /// <summary>Remembers a value that has passed.</summary>
    public void Add(ulong fingerprint) => Volatile.Write(ref passed[fingerprint % Slots], fingerprint);

    /// <summary>A test of values that is put only to those that have not passed it lately; a value is told by its bytes alone.</summary>
    public static ColumnTest Remember(CellTest test)
    {
        var known = new KnownGood();
        return ColumnTest.OfValues((ReadOnlySpan<byte> cell, in OpenData.Schemas.Values.CellReading reading) =>
        {
            if (known.Contains(cell, out var fingerprint))
            {
                return false;
            }

            if (test(cell, reading))
            {
                return true;
            }

            known.Add(fingerprint);
            return false;
        });
    }
}
