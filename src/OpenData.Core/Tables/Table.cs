using CsvHelper;
using OpenData.Intake;

namespace OpenData.Tables;

/// <summary>A text file seen as rows of fields; it can be read as often as one likes, each time in one pass.</summary>
public sealed class Table
{
    private Table(Upload upload, char separator, bool hasSeparatorHint, int start)
    {
        Upload = upload;
        Separator = separator;
        HasSeparatorHint = hasSeparatorHint;
        Start = start;
    }

    /// <summary>The file.</summary>
    public Upload Upload { get; }

    /// <summary>The character between two fields: comma, semicolon, tab or bar.</summary>
    public char Separator { get; }

    /// <summary>True where the first line is Excel's <c>sep=;</c>, which is not a row.</summary>
    public bool HasSeparatorHint { get; }

    /// <summary>Byte offset (of the UTF-8 text) at which the first row starts.</summary>
    internal int Start { get; }

    /// <summary>Learns the separator; nothing else is decided from the beginning of a file.</summary>
    /// <exception cref="InvalidOperationException">The upload is no text.</exception>
    public static Table Open(Upload upload)
    {
        var head = Utf8Copy.Head(upload, SeparatorFinder.SampleSize);
        var mark = upload.Text is { Encoding: TextEncoding.Utf8, ByteOrderMark: var length } ? length : 0;
        return SeparatorFinder.Hint(head) is { } hint
            ? new Table(upload, hint.Separator, hasSeparatorHint: true, mark + hint.Length)
            : new Table(upload, SeparatorFinder.Find(head, isWhole: upload.Bytes <= SeparatorFinder.SampleSize), hasSeparatorHint: false, mark);
    }

    /// <summary>Starts to read the rows. Blank lines are rows too, as a spreadsheet shows them.</summary>
    public TableReader Read() => new(this);

    internal CsvReaderOptions Options(bool lineBreaksInQuotes, Action<CsvMalformedRecord> onMalformed) => new()
    {
        Separator = Separator,
        HasHeader = false,
        SkipEmptyLines = false,
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        AllowLineBreaksInQuotes = lineBreaksInQuotes,
        MaxRecordSize = TableLimits.RecordSize,
        OnMalformedRecord = onMalformed,
        BufferSize = TableLimits.BufferSize,
        IncludeValuesInExceptions = false,
    };
}
