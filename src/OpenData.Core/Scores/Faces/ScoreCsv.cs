using System.Globalization;
using OpenData.Schemas;

namespace OpenData.Scores.Faces;

/// <summary>Scores as CSV, one line for each part, dimension and metadata point: what an auditor sorts and sums in a spreadsheet.</summary>
public static class ScoreCsv
{
    private static readonly string[] Header =
        ["organization", "fiscal_year", "kind", "indicator", "dataset", "resource", "level", "part", "title", "state", "value", "earned", "most", "reason", "evidence_date", "evidence_link", "given_by"];

    /// <summary>Writes the lines, UTF-8 without a mark; texts that a spreadsheet would take for a formula are made harmless.</summary>
    public static void Write(ScoreReport report, Language language, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        Line(writer, Header);
        foreach (var line in Lines(report, language))
        {
            Line(writer, [report.Organization.Name, Number(report.Year.Number), .. line]);
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

    private static void Line(TextWriter writer, IReadOnlyList<string> cells) => writer.Write(string.Join(',', cells.Select(Cell)) + "\r\n");

    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) && !decimal.TryParse(text, CultureInfo.InvariantCulture, out _) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Number(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
