namespace OpenData.Tables;

/// <summary>The numbers of Tables, each with its reason.</summary>
public static class TableLimits
{
    /// <summary>A record longer than this, in bytes, is taken for an unclosed quote: no real row of a table is longer.</summary>
    public const int RecordSize = 8 << 20;

    /// <summary>Fields of a row, as many as a sheet of Excel has columns: a row of more is no row of a table, and each column costs memory.</summary>
    public const int Fields = 16_384;

    /// <summary>Records re-read line by line after bad quoting; past it the rest is read that way, so that a hostile file costs one pass.</summary>
    public const int QuoteRepairs = 1000;

    /// <summary>Bytes read at a time: measured best for both a slow disk and a warm cache.</summary>
#if DEBUG
    // Tiny, so that ordinary tests meet rows that cross a buffer's end.
    public const int BufferSize = 256;
#else
    public const int BufferSize = 1 << 18;
#endif
}
