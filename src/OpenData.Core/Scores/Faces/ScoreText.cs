using OpenData.Schemas;
using OpenData.Scores.Quality;

namespace OpenData.Scores.Faces;

/// <summary>Scores as plain lines, for a terminal.</summary>
public static class ScoreText
{
    /// <summary>Writes the scores, each with its parts and what is missing.</summary>
    public static void Write(ScoreReport report, Language language, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        string Say(string th, string en) => language == Language.Thai ? th : en;
        writer.WriteLine($"{report.Organization.Title.In(language)} ({report.Organization.Name}) · {Say("ปีงบประมาณ", "fiscal year")} {report.Year.Number}");
        foreach (var score in report.Indicators)
        {
            writer.WriteLine();
            Score(score, language, writer, Say);
        }

        writer.WriteLine();
        foreach (var release in report.Releases)
        {
            writer.WriteLine($"{release.Dataset}/{release.Resource} {Say("รุ่นที่", "release")} {release.Release}: {string.Join(", ", release.Dimensions.Select(d => $"{d.Title.In(language)} {Or(d.Value)}"))}");
        }

        foreach (var metadata in report.Metadata)
        {
            writer.WriteLine($"{metadata.Dataset}/{metadata.Resource} MQA {metadata.Sum}/{MetadataQuality.Full} ({metadata.Rating.In(language)}; {Say("ยังไม่ได้วัด", "not measured")} {metadata.NotMeasured})");
        }

        if (report.BestMetadata is { } best)
        {
            writer.WriteLine($"MQA {Say("สูงสุด", "best")} {best}, {Say("เฉลี่ย", "mean")} {Or(report.MeanMetadata)}");
        }
    }

    private static void Score(IndicatorScore score, Language language, TextWriter writer, Func<string, string, string> say)
    {
        var definition = score.Definition;
        var shown = definition.Full > 0 ? $" {ScoreFormulas.Shown(score.Score, language)} / {Or(definition.Full)}" : "";
        writer.WriteLine($"[{definition.Id}]{shown} {definition.Title.In(language)}{(score.Dataset is { } best ? $" ({best})" : "")}");
        writer.WriteLine($"    {score.Working.In(language)}");
        foreach (var part in score.Parts)
        {
            writer.WriteLine($"    {ScoreNames.TitleOf(part.State).In(language),-18} {part.Id} {part.Title.In(language)}: {part.Reason.In(language)}");
        }

        foreach (var level in score.Levels.Where(l => l.Undefined is not null))
        {
            writer.WriteLine($"    {ScoreNames.TitleOf(PartState.NotDefined).In(language),-18} {level.Title.In(language)}: {level.Undefined!.In(language)}");
        }

        foreach (var missing in score.Missing)
        {
            writer.WriteLine($"    > {missing.In(language)}");
        }

        if (score.WithEvidence is { } hoped && hoped > score.Score)
        {
            writer.WriteLine($"    {say("เมื่อแนบหลักฐานครบจะได้", "once the evidence is attached")}: {ScoreFormulas.Shown(hoped)}");
        }
    }

    private static string Or(decimal? value) => value is { } known ? ScorePage.Number4(known) : "–";
}
