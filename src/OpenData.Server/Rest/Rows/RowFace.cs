using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>Writes rows in one format: what comes first, each row, what comes last. Nothing is kept of a row that is written.</summary>
internal abstract class RowFace : IDisposable
{
    public virtual void Begin(Utf8Buffer to)
    {
    }

    /// <summary>Writes the row that the reader stands on; its first columns are the page's.</summary>
    public abstract void Row(Utf8Buffer to, RowReader row);

    /// <summary>Writes what follows the rows.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="next">The address of the next page, or null on the last.</param>
    public virtual void End(Utf8Buffer to, string? next)
    {
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
