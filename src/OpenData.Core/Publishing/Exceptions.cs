using OpenData.Registry;
using OpenData.Reports;
using OpenData.Rules;

namespace OpenData.Publishing;

/// <summary>The rules that an approver may except, and whether what was excepted lets a file pass.</summary>
public static class Exceptions
{
    /// <summary>
    /// Rules whose faults leave every row and every value loadable: an excepted file still means what it says. Faults of the file's
    /// form are to be mended, and those of privacy and openness nobody excepts.
    /// </summary>
    public static IReadOnlyList<string> Rules { get; } =
        ["value-required", "out-of-range", "not-in-code-list", "value-not-unique", "broken-reference", "pattern-mismatch", "too-long", "unexpected-column", "not-primary-data"];

    /// <summary>True where every error of the report is of a rule that was excepted for the resource.</summary>
    public static bool Cover(Report report, Resource resource) =>
        ErrorsOf(report).All(code => Rules.Contains(code) && resource.Exceptions.Any(e => e.Rule == code));

    /// <summary>The codes of the rules of which the report has errors.</summary>
    public static IReadOnlyList<string> ErrorsOf(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. report.Summary.Where(s => s is { Severity: Severity.Error, Count: > 0 }).Select(s => s.Code).Distinct()];
    }
}
