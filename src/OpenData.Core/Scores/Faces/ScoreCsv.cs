using System.Globalization;
using CsvHelper;
using OpenData.Schemas;

namespace OpenData.Scores.Faces;

/// <summary>Scores as CSV, one line for each part, dimension and metadata point: what an auditor sorts and sums in a spreadsheet.</summary>
public static class ScoreCsv
{
    private static readonly string[] Header =
        ["organization", "fiscal_year", "kind", "indicator", "dataset", "resource", "level", "part", "title", "state", "value", "earned", "most", "reason", "evidence_date", "evidence_link", "given_by"];

    /// <summary>Writes the lines of several reports under one header; cells that a spreadsheet would run as a formula are made harmless.</summary>
    public static void Write(IEnumerable<ScoreReport> reports, Language language, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(reports);
        using var csv = CsvWriter.Create(stream, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        csv.WriteRecord(Header);
        foreach (var report in reports)
        {
            foreach (var line in Lines(report, language))
            {
                csv.WriteRecord([report.Organization.Name, Number(report.Year.Number), .. line]);
            }
        }
    }

    private static IEnumerable<string[]> Lines(ScoreReport report, Language language)
    {
        foreach (var score in report.Indicators.SelectMany(i => i.Datasets.Count > 0 ? i.Datasets : [i]))
        {
            yield return ["score", score.Definition.Id, score.Dataset ?? "", "", "", "", score.Definition.Title.In(language), score.Score is null ? "not-measured" : "scored", Number(score.Score), Number(score.Score), Number(score.Definition.Full), score.Working.In(language), "", "", ""];
            foreach (var part in score.Parts)
            {
                yield return Part(score, part, language);
            }
        }

        foreach (var release in report.Releases)
        {
            foreach (var d in release.Dimensions)
            {
                yield return ["quality", "", release.Dataset, release.Resource, "", d.Id, d.Title.In(language), d.Value is null ? "not-measured" : "measured", Number(d.Value), "", "100", $"{d.Formula.In(language)}; {d.Counts.In(language)}", "", "", ""];
            }
        }

        foreach (var metadata in report.Metadata)
        {
            foreach (var p in metadata.Points)
            {
                yield return ["metadata", "", metadata.Dataset, metadata.Resource, "", p.Id, p.Title.In(language), p.Points is null ? "not-measured" : "measured", Number(p.Points), Number(p.Points), Number(p.Most), p.Reason.In(language), "", "", ""];
            }
        }
    }

    private static string[] Part(IndicatorScore score, PartScore part, Language language)
    {
        var evidence = part.Evidence.Count > 0 ? part.Evidence[^1] : null;
        return
        [
            "part", score.Definition.Id, score.Dataset ?? "", "", Number(part.Level), part.Id, part.Title.In(language), ScoreNames.Of(part.State), Number(part.Value), Number(part.Earned), Number(part.Weight),
            part.Reason.In(language), evidence?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", evidence?.Link ?? "", evidence?.GivenBy ?? "",
        ];
    }

    private static string Number(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
