using OpenData.Reports.Pages;
using OpenData.Schemas;
using OpenData.Scores.Quality;
using static OpenData.Reports.Pages.HtmlText;

namespace OpenData.Scores.Faces;

/// <summary>The metadata quality of each distribution on the evidence page: the best and the mean first, then every question with its reason.</summary>
internal static class MetadataPart
{
    public static void Write(ScoreReport report, HtmlText text)
    {
        if (report.Metadata.Count == 0)
        {
            return;
        }

        var rating = MetadataQuality.RatingOf(report.MeanMetadata!.Value).In(text.Language);
        text.Write($"<section id=\"metadata\">\n<h2>{text.Say("คุณภาพคำอธิบายข้อมูล (MQA เต็ม 405)", "Metadata quality (MQA, of 405)")}</h2>\n<p>{text.Say("สูงสุด", "best")} <strong>{report.BestMetadata}</strong> · {text.Say("เฉลี่ย", "mean")} <strong>{ScorePage.Number4(report.MeanMetadata.Value)}</strong> ({Html(rating)})</p>\n");
        foreach (var metadata in report.Metadata)
        {
            Distribution(metadata, text);
        }

        text.Write("</section>\n");
    }

    private static void Distribution(MetadataQuality metadata, HtmlText text)
    {
        var language = text.Language;
        var unknown = metadata.NotMeasured == 0 ? "" : text.Say($" · ยังไม่ได้วัด {metadata.NotMeasured}", $" · {metadata.NotMeasured} not measured");
        text.BeginTable($"{metadata.Dataset}/{metadata.Resource}: {metadata.Sum} ({metadata.Rating.In(language)}){unknown}", "scores", text.Say("ด้าน", "Dimension"), text.Say("คำถาม", "Question"), text.Say("คะแนน", "Points"), text.Say("เหตุผล", "Reason"));
        foreach (var p in metadata.Points)
        {
            text.Write($"<tr><td>{Html(ScoreNames.GroupOf(p.Group).In(language))}</td><td>{Html(p.Title.In(language))}</td><td class=\"number\">{(p.Points is { } points ? Number(points) : "–")} / {p.Most}</td><td>{Html(p.Reason.In(language))}</td></tr>\n");
        }

        text.EndTable();
    }
}
