using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Reports;

/// <summary>What the routes of reports do.</summary>
internal static class ReportOperations
{
    /// <summary>The report of a resource or of one of its releases, in the format of a suffix such as <c>.csv</c>, or in any.</summary>
    public static Operation Of(string suffix, bool ofRelease) => new(
        (ofRelease ? "readReleaseReport" : "readReport") + (suffix.Length == 0 ? "" : char.ToUpperInvariant(suffix[1]) + suffix[2..]),
        OperationTags.Releases,
        ofRelease ? new("รายงานการตรวจของรุ่นหนึ่ง", "The report of a release's check.") : new("รายงานการตรวจของสิ่งที่เผยแพร่", "The report of the check of what is published."),
        InForms([.. ReportFormat.All.Where(f => suffix.Length == 0 || "." + f.Suffix == suffix)]) with { IsValidated = true })
    {
        Refusals = [.. ofRelease ? Refusals.Release : Refusals.Resource, ProblemKinds.NoReport, ProblemKinds.NotAcceptable],
    };

    /// <summary>A report in any of some forms.</summary>
    public static Answer InForms(IReadOnlyList<ReportFormat> formats) => new(StatusCodes.Status200OK, [.. formats.Select(f => new AnswerForm(f.MediaType, ShapeOf(f)))]);

    private static string? ShapeOf(ReportFormat format) => format == ReportFormat.Json ? "Report" : format == ReportFormat.Sarif ? "SarifLog" : null;
}
