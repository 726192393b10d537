using CsvHelper;
using OpenData.Intake;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;
using OpenData.Tables;

namespace OpenData.Publishing.Repair;

/// <summary>Why a file is not converted.</summary>
public enum ConversionRefusal
{
    None,

    /// <summary>It holds no table that can be read as text.</summary>
    NoTable,

    /// <summary>A row is too long to be read, and would be lost.</summary>
    RowTooLong,
}

/// <summary>
/// Writes a file as one canonical CSV: UTF-8, comma, CRLF, RFC 4180, ISO dates. With repair it also mends what is sure, and only that.
/// The file is read twice, in memory that does not grow: once to learn what its columns prove, once to write.
/// </summary>
public sealed class Conversion
{
    private readonly ColumnEvidence[] evidence;
    private readonly bool repairs;

    private Conversion(Inspection inspection, ColumnEvidence[] evidence, bool repairs, ConversionRefusal refusal)
    {
        Inspection = inspection;
        this.evidence = evidence;
        this.repairs = repairs;
        Refusal = refusal;
    }

    /// <summary>The check of the file as it came.</summary>
    public Inspection Inspection { get; }

    /// <summary>Why nothing can be written, or <see cref="ConversionRefusal.None"/>.</summary>
    public ConversionRefusal Refusal { get; }

    /// <summary>Checks a file and learns what may be done to it.</summary>
    /// <param name="submission">The file and its dictionary.</param>
    /// <param name="options">What the caller chose about the check.</param>
    /// <param name="repairs">True to mend what is sure; false to convert the form alone.</param>
    /// <param name="progress">Told how far the reading has come, or null.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static Conversion Examine(Submission submission, CheckOptions options, bool repairs, IProgress<CheckProgress>? progress = null, CancellationToken cancellation = default)
    {
        var evidence = new List<ColumnEvidence>();
        var isTooLong = false;
        var inspection = Inspector.Inspect(
            submission,
            options with { Keep = Math.Max(1, options.Keep) },
            (row, readings, marks) =>
            {
                isTooLong |= row.Fault == RowFault.TooLong;
                Look(row, readings, marks, evidence);
            },
            progress,
            cancellation);
        if (inspection.Layout is not { } layout || inspection.Table is null)
        {
            return new Conversion(inspection, [], repairs, ConversionRefusal.NoTable);
        }

        Grow(evidence, inspection.Columns.Count);
        isTooLong |= layout.Above.Concat(layout.Headers).Any(r => r.Fault == RowFault.TooLong);
        return new Conversion(inspection, [.. evidence], repairs, isTooLong ? ConversionRefusal.RowTooLong : ConversionRefusal.None);
    }

    /// <summary>Writes the canonical CSV.</summary>
    /// <param name="output">Where it goes; stays open.</param>
    /// <param name="log">Takes each change as it is made, or null.</param>
    /// <param name="progress">Told how far the reading has come, or null.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>What was changed.</returns>
    /// <exception cref="InvalidOperationException">The conversion was refused.</exception>
    public RepairTally Write(Stream output, Action<RepairChange>? log = null, IProgress<CheckProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (Refusal != ConversionRefusal.None)
        {
            throw new InvalidOperationException($"A refused conversion cannot be written ({Refusal}).");
        }

        var changes = new RepairTally(log);
        TellFileChanges(changes);
        var isDropped = DroppedColumns(changes);
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { ValidateFieldCount = false }, leaveOpen: true);
        foreach (var row in new HeaderRepair(Inspection, changes).Rows(repairs, isDropped))
        {
            csv.WriteRecord([.. row]);
        }

        var merged = new MergedFill(Inspection);
        var cells = Inspection.Columns.Select((c, i) => new CellRepair(c, evidence[i], merged.Fills(i), repairs)).ToArray();
        Inspector.Replay(Inspection, new RowRepair(Inspection, cells, merged, isDropped, repairs, changes, csv).Take, progress, cancellation);
        return changes;
    }

    private static void Look(TableReader row, ReadOnlySpan<CellReading> readings, RowMarks marks, List<ColumnEvidence> evidence)
    {
        if ((marks & (RowMarks.Blank | RowMarks.Note | RowMarks.Total | RowMarks.RepeatedHeader)) != 0)
        {
            return;
        }

        Grow(evidence, readings.Length);
        var isLong = (marks & RowMarks.Long) != 0;
        for (var i = 0; i < readings.Length; i++)
        {
            if (isLong)
            {
                evidence[i].HasInkInLongRow |= readings[i].Shape != Shape.Empty;
            }
            else if (readings[i].Shape is Shape.Thousands or Shape.WithUnit)
            {
                evidence[i].Add(readings[i].Shape, row.Field(i));
            }
        }
    }

    private static void Grow(List<ColumnEvidence> evidence, int count)
    {
        while (evidence.Count < count)
        {
            evidence.Add(new ColumnEvidence());
        }
    }

    private void TellFileChanges(RepairTally changes)
    {
        var text = Inspection.Submission.Upload.Text!;
        Tell(RepairKind.Encoding, text.Encoding != TextEncoding.Utf8, Decoders.NameOf(text.Encoding), Decoders.NameOf(TextEncoding.Utf8));
        Tell(RepairKind.ByteOrderMark, text.ByteOrderMark > 0, "yes", "no");
        Tell(RepairKind.Separator, Inspection.Table!.Separator != ',' || Inspection.Table.HasSeparatorHint, Inspection.Table.Separator.ToString(), ",");
        var ending = ReportBuilder.LineEnding(text, Inspection.AllRows);
        Tell(RepairKind.LineEnding, ending is not (null or "crlf"), ending, "crlf");

        void Tell(RepairKind kind, bool isChanged, string? old, string now)
        {
            if (isChanged)
            {
                changes.Add(new RepairChange(null, null, null, null, kind, old, now));
            }
        }
    }

    /// <summary>Columns without a name and without a value in any row; a row that is too long may have one where no profile looks.</summary>
    private bool[] DroppedColumns(RepairTally changes)
    {
        var hasHeader = Inspection.Layout!.Headers.Count > 0;
        bool[] dropped = [.. Inspection.Columns.Select((c, i) => repairs && hasHeader && c.Values == 0 && LabelText.Clean(c.Header).Length == 0 && !evidence[i].HasInkInLongRow)];
        for (var i = 0; i < dropped.Length; i++)
        {
            if (dropped[i])
            {
                changes.Add(new RepairChange(null, null, i + 1, Inspection.Columns[i].Header, RepairKind.BlankColumn, null, null));
            }
        }

        return dropped;
    }
}
