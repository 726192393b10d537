using OpenData.Registry;
using OpenData.Reports.Pages;
using OpenData.Schemas;
using static OpenData.Reports.Pages.HtmlText;

namespace OpenData.Scores.Faces;

/// <summary>One indicator on the evidence page: working, levels, parts, evidence and what is missing.</summary>
internal static class ScorePart
{
    public static void Write(IndicatorScore score, HtmlText text)
    {
        var definition = score.Definition;
        text.Write($"<section id=\"{Html(definition.Id)}\">\n<h2>{Html(definition.Title.In(text.Language))}</h2>\n");
        if (definition.Full > 0)
        {
            text.Write($"<p><strong>{ScoreFormulas.Shown(score.Score, text.Language)}</strong> {text.Say("จาก", "of")} {ScorePage.Number4(definition.Full)}{(score.Dataset is { } best ? $" · {text.Say("ชุดข้อมูลที่ดีที่สุด", "best dataset")}: <code>{Html(best)}</code>" : "")}</p>\n");
        }

        text.Write($"<p>{text.Say("คำนวณ", "Working")}: {Html(score.Working.In(text.Language))}</p>\n<p class=\"key\">{Html(definition.Owner.In(text.Language))} · {Html(definition.Source.In(text.Language))} · {definition.FiscalYear} · <code>{definition.Sha256[..12]}</code></p>\n");
        Levels(score, text);
        Parts(score, text);
        Missing(score, text);
        Datasets(score, text);
        text.Write("</section>\n");
    }

    private static void Levels(IndicatorScore score, HtmlText text)
    {
        if (score.Levels.Count == 0)
        {
            return;
        }

        text.BeginTable(text.Say("ระดับ", "Levels"), "scores", text.Say("ระดับ", "Level"), text.Say("เกณฑ์", "What it asks"), text.Say("ผล", "Verdict"), text.Say("คะแนน", "Points"));
        foreach (var level in score.Levels)
        {
            var state = level.Undefined is not null ? PartState.NotDefined : level.IsReached ? PartState.Met : level.PartsMet ? PartState.AwaitsEvidence : PartState.NotMet;
            var verdict = level is { PartsMet: true, IsReached: false } ? new LocalText("ครบ รอระดับก่อนหน้า", "complete, waits for an earlier level") : ScoreNames.TitleOf(state);
            var asked = level.Title.In(text.Language) + (level.Undefined is { } undefined ? ": " + undefined.In(text.Language) : "");
            text.Write($"<tr><td class=\"number\">{level.Number}</td><td>{Html(asked)}</td><td class=\"{Style(state)}\">{verdict.In(text.Language)}</td><td class=\"number\">{ScorePage.Number4(level.Earned)} / {ScorePage.Number4(level.Points)}</td></tr>\n");
        }

        text.EndTable();
    }

    private static void Parts(IndicatorScore score, HtmlText text)
    {
        text.BeginTable(text.Say("ส่วนและหลักฐาน", "Parts and evidence"), "scores", text.Say("ส่วน", "Part"), text.Say("ผล", "Verdict"), text.Say("ค่า", "Value"), text.Say("เหตุผลและหลักฐาน", "Reason and evidence"));
        foreach (var part in score.Parts)
        {
            text.Write($"<tr><td>{Html(part.Id)} {Html(part.Title.In(text.Language))}</td><td class=\"{Style(part.State)}\">{ScoreNames.TitleOf(part.State).In(text.Language)}</td><td class=\"number\">{(part.Value is { } value ? ScorePage.Number4(value) : part.Earned is { } earned ? ScorePage.Number4(earned) : "–")}</td><td>{Html(part.Reason.In(text.Language))}");
            foreach (var evidence in part.Evidence)
            {
                text.Write($"<br>{Link(evidence)} {Html(evidence.GivenBy)}");
            }

            foreach (var address in part.Addresses)
            {
                text.Write($"<br><code>{Html(address)}</code>");
            }

            text.Write("</td></tr>\n");
        }

        text.EndTable();
    }

    private static void Missing(IndicatorScore score, HtmlText text)
    {
        if (score.Missing.Count == 0)
        {
            return;
        }

        text.Write($"<div class=\"fix\"><p>{text.Say("สิ่งที่ขาดสำหรับขั้นต่อไป", "Missing for the next step")}</p><ul>\n");
        foreach (var missing in score.Missing)
        {
            text.Write($"<li>{Html(missing.In(text.Language))}</li>\n");
        }

        text.Write("</ul></div>\n");
    }

    private static void Datasets(IndicatorScore score, HtmlText text)
    {
        if (score.Datasets.Count < 2)
        {
            return;
        }

        text.BeginTable(text.Say("คะแนนรายชุดข้อมูล", "Score of each dataset"), "scores", text.Say("ชุดข้อมูล", "Dataset"), text.Say("คะแนน", "Score"), text.Say("เมื่อแนบหลักฐานครบ", "Once evidence is attached"));
        foreach (var dataset in score.Datasets)
        {
            text.Write($"<tr><td>{Html(dataset.Dataset!)}</td><td class=\"number\">{ScoreFormulas.Shown(dataset.Score, text.Language)}</td><td class=\"number\">{ScoreFormulas.Shown(dataset.WithEvidence, text.Language)}</td></tr>\n");
        }

        text.EndTable();
    }

    /// <summary>Only a web address becomes a link: evidence is typed by people.</summary>
    private static string Link(Evidence evidence)
    {
        var day = evidence.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return EvidenceDesk.IsWebAddress(evidence.Link)
            ? $"{day} <a href=\"{Html(evidence.Link)}\" rel=\"nofollow\">{Html(evidence.Link)}</a>"
            : $"{day} {Html(evidence.Link)}";
    }

    private static string Style(PartState state) => state switch
    {
        PartState.Met => "met",
        PartState.NotMet => "not-met",
        PartState.AwaitsEvidence => "warning",
        _ => "none",
    };
}
