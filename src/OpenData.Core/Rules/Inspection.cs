using OpenData.Rules.Layouts;
using OpenData.Rules.Scanning;
using OpenData.Tables;

namespace OpenData.Rules;

/// <summary>A submission, and all that the check has learned of it.</summary>
public sealed class Inspection
{
    internal Inspection(Submission submission, CheckOptions options)
    {
        Submission = submission;
        Options = options;
        Findings = new Findings(options.Keep);
    }

    public Submission Submission { get; }
    public CheckOptions Options { get; }
    public Findings Findings { get; }

    /// <summary>The file as a table, or null where it is none.</summary>
    public Table? Table { get; internal set; }

    /// <summary>Where the header and the rows are, or null where there is no table.</summary>
    public Layout? Layout { get; internal set; }

    /// <summary>Rows before the data that were too long to be read.</summary>
    public IReadOnlyList<HeadRow> Unread { get; internal set; } = [];

    /// <summary>What the rows say of each column; complete once the rules finish.</summary>
    public IReadOnlyList<ColumnProfile> Columns { get; internal set; } = [];

    /// <summary>Number of data rows; blank, note, total and repeated header rows are none.</summary>
    public long DataRows { get; internal set; }

    /// <summary>Number of rows of any kind.</summary>
    public long AllRows { get; internal set; }

    /// <summary>The last row that is not blank, 0 where there is none.</summary>
    public long LastDataRow { get; internal set; }

    /// <summary>True where more rows came than can be compared with each other; see <see cref="CheckLimits"/>.</summary>
    public bool ReachedUniquenessBound { get; internal set; }

    /// <summary>The same submission and table, of which nothing has been told yet.</summary>
    internal Inspection Anew(CheckOptions? options = null) => new(Submission, options ?? Options) { Table = Table, Layout = Layout, Unread = Unread };

    /// <summary>Gives a row that is not an ordinary one to the rules.</summary>
    internal void Tell(IReadOnlyList<Rule> rules, OddRow row)
    {
        Findings.CurrentCells = row.Cells;
        foreach (var rule in rules)
        {
            rule.Check(row, Findings);
        }

        Findings.CurrentCells = null;
    }

    /// <summary>Names of dictionary columns that the file does not have.</summary>
    public IReadOnlyList<string> MissingColumns { get; internal set; } = [];
}
