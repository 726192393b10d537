using OpenData.Schemas;

namespace OpenData.Reports;

/// <summary>What the HTML face shows: a report, and what is known beside it at the moment of writing.</summary>
public sealed record ReportPage(Report Report)
{
    /// <summary>The rows that findings point to, as far as the file was at hand; see <see cref="RowExcerpts"/>.</summary>
    public IReadOnlyList<RowExcerpt> Excerpts { get; init; } = [];

    /// <summary>The dataset that the file belongs to, or null where it belongs to none.</summary>
    public LocalText? Dataset { get; init; }

    /// <summary>The indicator's score in a few words, or null where there is none.</summary>
    public LocalText? Score { get; init; }

    /// <summary>What comes before a code in the address of a rule's page; null where the report must explain its rules itself.</summary>
    public string? RulePages { get; init; }
}
