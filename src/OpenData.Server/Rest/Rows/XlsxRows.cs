using System.IO.Compression;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>
/// Writes rows as a workbook of one sheet (ECMA-376), as it goes: a row is compressed when it is written, and nothing of it is kept.
/// Texts are inline strings, so that none is ever a formula and codes keep their zeros.
/// </summary>
internal sealed class XlsxRows(RowPage page) : RowFace
{
    /// <summary>Rows of a sheet (Excel's limit), the header's among them.</summary>
    public const long MostRows = 1_048_576;

    /// <summary>Columns of a sheet (Excel's limit).</summary>
    public const int MostColumns = 16_384;

    private const int CompressedAtOnce = 64 << 10;

    private readonly XlsxCells cells = new(page.Columns);
    private readonly Utf8Buffer waiting = new();
    private ZipArchive? zip;
    private Stream? sheet;

    public override void Begin(Utf8Buffer to)
    {
        zip = new ZipArchive(new BufferStream(to), ZipArchiveMode.Create);
        foreach (var (name, text) in XlsxParts.Around(page.Key))
        {
            using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            part.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }

        sheet = zip.CreateEntry(XlsxParts.Sheet, CompressionLevel.Fastest).Open();
        waiting.Write(XlsxParts.SheetStart);
        XlsxCells.WriteHeader(waiting, page.Columns.Select(page.Header));
    }

    public override void Row(Utf8Buffer to, RowReader row)
    {
        cells.Write(waiting, row);
        if (waiting.Length >= CompressedAtOnce)
        {
            Compress();
        }
    }

    public override void End(Utf8Buffer to, string? next)
    {
        waiting.Write(XlsxParts.SheetEnd);
        Compress();
        sheet!.Dispose();
        zip!.Dispose();
        (sheet, zip) = (null, null);
    }

    protected override void Dispose(bool disposing)
    {
        // Of an answer that failed, the archive is not finished: closing it would write an end that makes it look whole.
        waiting.Dispose();
        base.Dispose(disposing);
    }

    private void Compress()
    {
        sheet!.Write(waiting.Written.Span);
        waiting.Clear();
    }
}
