using CsvHelper;
using OpenData.Intake;

namespace OpenData.Tables;

/// <summary>What is wrong with a row's text.</summary>
public enum RowFault
{
    None,

    /// <summary>A quote inside a field that is not quoted.</summary>
    StrayQuote,

    /// <summary>Text between a closing quote and the next separator.</summary>
    TextAfterQuote,

    /// <summary>A quote that is opened and never closed; the row ends with its line.</summary>
    UnclosedQuote,

    /// <summary>A line longer than <see cref="TableLimits.RecordSize"/>, or of more than <see cref="TableLimits.Fields"/> fields, which are not read.</summary>
    TooLong,
}

/// <summary>
/// Reads a table's rows, one after the other, in memory that does not grow. Spans are valid until the next <see cref="Read"/>.
/// A quote that is never closed costs its own line and no more: the row is read again up to its line's end, and reading goes on below it.
/// </summary>
public sealed class TableReader : IDisposable
{
    private readonly Table table;
    private readonly Stream stream;
    private CsvReader reader;
    private CsvMalformedReason? malformed;
    private long baseOffset;
    private long baseLine;
    private long endOfText = -1;
    private bool oneLineOnly;
    private int repairs;

    internal TableReader(Table table)
    {
        this.table = table;
        stream = Utf8Copy.Open(table.Upload);
        reader = null!;
        Reopen(table.Start, table.HasSeparatorHint ? 1 : 0, lineBreaksInQuotes: true);
    }

    /// <summary>1-based row as a spreadsheet shows it.</summary>
    public long Row { get; private set; }

    /// <summary>1-based physical line on which the row starts.</summary>
    public long Line { get; private set; }

    /// <summary>Byte offset of the row in the UTF-8 text, from the start of the file, byte order mark included.</summary>
    public long Offset { get; private set; }

    /// <summary>Number of fields; 0 for a row that was too long to read.</summary>
    public int FieldCount { get; private set; }

    /// <summary>What is wrong with the row's quoting.</summary>
    public RowFault Fault { get; private set; }

    /// <summary>The field's value, quotes removed, as UTF-8.</summary>
    public ReadOnlySpan<byte> Field(int index) => reader.GetSpan(index);

    /// <summary>The field as it stands in the file, quotes included.</summary>
    public ReadOnlySpan<byte> RawField(int index) => reader.GetRawSpan(index);

    /// <summary>The field's value as text.</summary>
    public string Text(int index) => reader.GetString(index);

    /// <summary>The row as it stands in the file, without its line ending.</summary>
    public ReadOnlySpan<byte> RawRow => reader.RawRecord;

    /// <summary>The row that was read last.</summary>
    public TableRow Current => new(reader, Row, Line, FieldCount, Fault);

    /// <summary>Goes back to the first row.</summary>
    public void Rewind()
    {
        Row = 0;
        endOfText = -1;
        oneLineOnly = false;
        repairs = 0;
        Reopen(table.Start, table.HasSeparatorHint ? 1 : 0, lineBreaksInQuotes: true);
    }

    /// <summary>Moves to the next row; false when there is none.</summary>
    public bool Read()
    {
        malformed = null;
        if (oneLineOnly)
        {
            oneLineOnly = false;
            Reopen(NextStart(), Line, lineBreaksInQuotes: true);
        }

        var advance = Advance();
        if (advance == Step.End)
        {
            return false;
        }

        Row++;
        if (advance == Step.TooLong || SwallowedLines())
        {
            ReadAgainAsOneLine();
        }

        FieldCount = FieldCount > TableLimits.Fields ? 0 : FieldCount;
        Fault = malformed switch
        {
            _ when FieldCount == 0 => RowFault.TooLong,
            null => RowFault.None,
            CsvMalformedReason.TextAfterClosingQuote => RowFault.TextAfterQuote,
            CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes => RowFault.UnclosedQuote,
            _ => RowFault.StrayQuote,
        };
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }

    private enum Step
    {
        End,
        Row,
        TooLong,
    }

    private Step Advance()
    {
        try
        {
            if (!reader.Read())
            {
                return Step.End;
            }
        }
        catch (CsvFormatException error)
        {
            // The only format error that these options let through is a record over the size limit.
            Offset = NextStart();
            Line = baseLine + error.LineNumber;
            return Step.TooLong;
        }

        Line = baseLine + reader.LineNumber;
        Offset = baseOffset + reader.ByteOffset;
        FieldCount = reader.FieldCount;
        endOfText = Offset + reader.RawRecord.Length;
        return Step.Row;
    }

    /// <summary>True where bad quoting made one row of several lines; a good quoted line break is no such thing.</summary>
    private bool SwallowedLines() =>
        reader.Options.AllowLineBreaksInQuotes
        && malformed is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote
        && reader.RawRecord.IndexOfAny((byte)'\n', (byte)'\r') >= 0;

    private void ReadAgainAsOneLine()
    {
        repairs++;
        malformed = null;
        Reopen(Offset, Line - 1, lineBreaksInQuotes: false);
        oneLineOnly = repairs < TableLimits.QuoteRepairs;
        if (Advance() == Step.Row)
        {
            return;
        }

        FieldCount = 0;
        endOfText = EndOfLine(Offset);
        Reopen(NextStart(), Line, lineBreaksInQuotes: oneLineOnly);
        oneLineOnly = false;
    }

    /// <summary>Where the row after the current one starts.</summary>
    private long NextStart()
    {
        if (endOfText < 0)
        {
            return table.Start;
        }

        Span<byte> next = stackalloc byte[2];
        stream.Position = endOfText;
        var read = stream.ReadAtLeast(next, 2, throwOnEndOfStream: false);
        return endOfText + (next[..read] switch
        {
            [(byte)'\r', (byte)'\n'] => 2,
            [(byte)'\r' or (byte)'\n', ..] => 1,
            _ => 0,
        });
    }

    private long EndOfLine(long offset)
    {
        using var rented = new RentedBlock();
        var block = rented.Bytes;
        stream.Position = offset;
        int read;
        while ((read = stream.Read(block)) > 0)
        {
            var end = block.AsSpan(0, read).IndexOfAny((byte)'\n', (byte)'\r');
            if (end >= 0)
            {
                return offset + end;
            }

            offset += read;
        }

        return offset;
    }

    private void Reopen(long offset, long line, bool lineBreaksInQuotes)
    {
        baseOffset = offset;
        baseLine = line;
        var old = reader;
        stream.Position = offset;
        reader = CsvReader.Create(stream, table.Options(lineBreaksInQuotes, record => malformed ??= record.Reason), leaveOpen: true);
        old?.Dispose();
    }
}
