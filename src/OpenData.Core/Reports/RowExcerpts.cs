using OpenData.Intake;
using OpenData.Rules;
using OpenData.Rules.Privacy;
using OpenData.Rules.Scanning;
using OpenData.Tables;

namespace OpenData.Reports;

/// <summary>A few cells of a row that a finding points to.</summary>
/// <param name="Row">The row, 1 for the first.</param>
/// <param name="Column">The finding's column, or null where it is about the row.</param>
/// <param name="First">The column of the first cell here, 1 for the first.</param>
/// <param name="Cells">The cells, cut; null where the row has no such cell.</param>
public sealed record RowExcerpt(long Row, int? Column, int First, IReadOnlyList<string?> Cells);

/// <summary>Reads the rows that a report shows, in a second pass that ends with the last of them.</summary>
public static class RowExcerpts
{
    /// <summary>Rows shown of one rule in one column: three make the pattern plain.</summary>
    public const int RowsPerColumn = 3;

    /// <summary>Columns of which one rule shows rows; a rule broken in more is broken in the same way.</summary>
    public const int ColumnsPerRule = 5;

    /// <summary>Rows shown in all: about ten pages of paper.</summary>
    public const int Rows = 300;

    /// <summary>Cells shown of a row: what fits the width of A4.</summary>
    public const int Width = 7;

    /// <summary>Characters shown of a cell.</summary>
    public const int CellLength = 40;

    /// <summary>What stands for a cell of a column with personal data.</summary>
    public const string Mask = "••••";

    /// <summary>The code of the rule whose columns are masked.</summary>
    private const string PersonalData = "personal-data";

    /// <summary>The findings of a rule whose rows are shown, by column; null is the column of findings about rows.</summary>
    public static IEnumerable<IGrouping<int?, Finding>> Of(Report report, string code) =>
        report.Findings
            .Where(f => f.Code == code && f.Row is not null)
            .GroupBy(f => f.Column)
            .Take(ColumnsPerRule)
            .SelectMany(column => column.Take(RowsPerColumn))
            .GroupBy(f => f.Column);

    /// <summary>Reads the rows from the file that the report is about; none where it is no text or shows nothing.</summary>
    /// <exception cref="IOException">The file cannot be read any more.</exception>
    public static IReadOnlyList<RowExcerpt> Read(Report report, Upload upload, CancellationToken cancellation = default)
    {
        var wanted = report.Summary
            .SelectMany(s => Of(report, s.Code).SelectMany(column => column))
            .Select(f => (Row: f.Row!.Value, f.Column))
            .Distinct()
            .Take(Rows)
            .ToLookup(place => place.Row, place => place.Column);
        var masked = Masking.Of(report);
        if (wanted.Count == 0 || upload.Kind != FileKind.Csv || masked.Everything)
        {
            return [];
        }

        var excerpts = new List<RowExcerpt>();
        var last = wanted.Max(row => row.Key);
        using var reader = Table.Open(upload).Read();
        while (reader.Row < last && reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var column in wanted[reader.Row])
            {
                excerpts.Add(Cut(reader, column, report, masked));
            }
        }

        return excerpts;
    }

    private static RowExcerpt Cut(TableReader reader, int? column, Report report, Masking masked)
    {
        var (file, headers) = (report.File, report.Columns);
        var first = FirstOf(reader, column, file);
        var cells = new string?[Math.Clamp(Math.Max(reader.FieldCount, file.Columns) - first + 1, 0, Width)];
        for (var i = 0; i < cells.Length; i++)
        {
            var at = first + i;
            cells[i] = at > reader.FieldCount ? null : masked.Hides(reader.Row, at) || (reader.Row == file.HeaderRow && IsHiddenLabel(reader.Text(at - 1), at, headers)) ? Mask : Shown(reader.Text(at - 1));
        }

        return new RowExcerpt(reader.Row, column, first, cells);
    }

    /// <summary>Of a header the report shows what may be shown; a label that it has changed, but for white space, was personal data.</summary>
    private static bool IsHiddenLabel(string label, int column, IReadOnlyList<ReportColumn> columns) =>
        column <= columns.Count && !Ink(columns[column - 1].Header).StartsWith(Ink(label.Length > CellLength ? label[..CellLength] : label), StringComparison.Ordinal);

    private static string Ink(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static int FirstOf(TableReader reader, int? column, ReportFile file)
    {
        if (column is { } place && reader.Row <= file.HeaderRow)
        {
            // Faults of the header are shown together: columns side by side share a window.
            return ((place - 1) / Width * Width) + 1;
        }

        // Of a row that is too short or too long the end is shown, where it differs from the others.
        var middle = column ?? (reader.FieldCount == file.Columns ? 1 : Math.Min(reader.FieldCount, file.Columns) + 1);
        return Math.Clamp(middle - (Width / 2), 1, Math.Max(1, Math.Max(reader.FieldCount, file.Columns) - Width + 1));
    }

    /// <summary>A cell as it may be shown: a telephone number among the words of any column is hidden too.</summary>
    private static string Shown(string cell) => Sentences.OneLine(CellText.Cut(Masks.InText(cell), CellLength));

    /// <summary>Which cells may not be shown.</summary>
    private sealed record Masking(bool Everything, HashSet<int> Columns, HashSet<long> Rows, long? HeaderRow)
    {
        public static Masking Of(Report report)
        {
            var findings = report.Findings.Where(f => f.Code == PersonalData).ToList();
            // Personal data of which the place is not known may be anywhere.
            var everything = findings.Exists(f => f.Row is null && f.Column is null) || (findings.Count == 0 && report.Summary.Any(s => s.Code == PersonalData));
            return new Masking(
                everything,
                [.. findings.Where(f => f.Column is not null).Select(f => f.Column!.Value)],
                [.. findings.Where(f => f.Column is null && f.Row is not null).Select(f => f.Row!.Value)],
                report.File.HeaderRow);
        }

        public bool Hides(long row, int column) => row != HeaderRow && (Columns.Contains(column) || Rows.Contains(row));
    }
}
