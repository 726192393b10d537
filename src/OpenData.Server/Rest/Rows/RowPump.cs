using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>Moves rows from a store to a stream in one format, a few kilobytes at a time.</summary>
internal static class RowPump
{
    public static async Task RunAsync(RowReader rows, RowFormat format, RowPage page, Stream to, CancellationToken cancellation)
    {
        using var buffer = new Utf8Buffer();
        using var face = format.Open(page);
        face.Begin(buffer);
        while (await rows.ReadAsync(cancellation))
        {
            face.Row(buffer, rows);
            if (buffer.Length >= ServerLimits.FlushBytes)
            {
                await to.WriteAsync(buffer.Written, cancellation);
                buffer.Clear();
            }
        }

        face.End(buffer, page.Next);
        await to.WriteAsync(buffer.Written, cancellation);
    }
}
