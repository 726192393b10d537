using OpenData.Reports.Pages;
using static OpenData.Reports.Pages.HtmlText;

namespace OpenData.Scores.Faces;

/// <summary>The quality of each release on the evidence page: each dimension with formula and counts.</summary>
internal static class QualityPart
{
    public static void Write(ScoreReport report, HtmlText text)
    {
        if (report.Releases.Count == 0)
        {
            return;
        }

        text.Write($"<section id=\"quality\">\n<h2>{text.Say("คุณภาพข้อมูลของแต่ละรุ่น (0–100)", "Data quality of each release (0–100)")}</h2>\n");
        for (var i = 0; i < report.Releases.Count; i++)
        {
            var release = report.Releases[i];
            text.Write(QualityRadar.Svg(release, FormattableString.Invariant($"radar-{i + 1}"), text.Language));
            text.BeginTable($"{release.Dataset}/{release.Resource} · {text.Say("รุ่นที่", "release")} {release.Release}", "scores", text.Say("มิติ", "Dimension"), text.Say("ค่า", "Value"), text.Say("สูตร", "Formula"), text.Say("จำนวนที่นับ", "Counts"));
            foreach (var d in release.Dimensions)
            {
                text.Write($"<tr><td>{Html(d.Title.In(text.Language))}</td><td class=\"number\">{(d.Value is { } value ? ScorePage.Number4(value) : "–")}</td><td>{Html(d.Formula.In(text.Language))}</td><td>{Html(d.Counts.In(text.Language))}</td></tr>\n");
            }

            text.EndTable();
        }

        text.Write("</section>\n");
    }
}
