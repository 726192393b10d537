using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Cli.Output;

/// <summary>The headings that findings stand under: the six clauses by their numbers, and what lies beside them.</summary>
internal static class ClauseTitles
{
    private static readonly LocalText Beside = new("นอกเหนือ 6 ข้อ", "Beside the six clauses");

    public static string Of(Clause clause, Language language) => clause == Clause.None
        ? Beside.In(language)
        : $"{(int)clause} {ReportNames.TitleOf(clause).In(language)}";
}
