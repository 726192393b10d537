using Microsoft.OpenApi;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>Indicators, scores and evidence.</summary>
internal static class ScoreShapes
{
    public static readonly IReadOnlyList<NamedShape> All =
    [
        new("IndicatorList", new("นิยามของตัวชี้วัดในปี", "The definitions of a year's indicators."), () => Shape.Object(("fiscalYear", Shape.Whole()), ("items", Shape.List(Shape.Of("Indicator"))), ("total", Shape.Whole()))),
        new("Scores", new("คะแนนของหน่วยงานหนึ่ง หรือหน่วยงานทั้งหมดที่มีคะแนน", "The scores of one organization, or the organizations that have some."), () => new OpenApiSchema { OneOf = [Shape.Of("ScoreReport"), Shape.Of("ScoreList")] }),
        new("ScoreList", new("หน่วยงานที่มีคะแนน", "The organizations that have scores."), () => Shape.Object(
            ("fiscalYear", Shape.Whole()),
            ("items", Shape.List(Shape.Object(("organization", Shape.Text), ("title", Shape.Of("LocalText")), ("datasets", Shape.Whole()), ("scores", Shape.Text), ("page", Shape.Text)))),
            ("total", Shape.Whole()))),
        new("ScoreReport", new("คะแนนของหน่วยงาน", "The scores of an organization."), () => Shape.Object(
            ("version", Shape.Any),
            ("organization", Shape.Text),
            ("title", Shape.Of("LocalText")),
            ("units", Shape.List(Shape.Text)),
            ("fiscalYear", Shape.Whole()),
            ("from", Shape.Day),
            ("to", Shape.Day),
            ("computed", Shape.Time),
            ("publishedOnly", Shape.Flag),
            ("indicators", Shape.List(Shape.Of("Score"))),
            ("quality", Shape.List(Shape.Object(("dataset", Shape.Text), ("resource", Shape.Text), ("release", Shape.Whole()), ("dimensions", Shape.List(Shape.Open(("id", Shape.Text), ("value", Shape.OrNull(Shape.Number)))))))),
            ("metadata", Shape.Object(("full", Shape.Whole()), ("best", Shape.OrNull(Shape.Number)), ("mean", Shape.OrNull(Shape.Number)), ("distributions", Shape.List(Shape.Open(("dataset", Shape.Text), ("points", Shape.Number)))))),
            ("history", Shape.List(Shape.Object(("indicator", Shape.Text), ("score", Shape.OrNull(Shape.Number)), ("computed", Shape.Time), ("definitionSha256", Shape.Sha256)))))),
        new("Score", new("คะแนนของตัวชี้วัดหนึ่ง", "The score of one indicator."), () => Shape.Object(
            ("id", Shape.Text),
            ("definitionYear", Shape.Whole()),
            ("definitionSha256", Shape.Sha256),
            ("title", Shape.Of("LocalText")),
            ("owner", Shape.Of("LocalText")),
            ("source", Shape.Of("LocalText")),
            ("dataset", Shape.OrNull(Shape.Text)),
            ("score", Shape.OrNull(Shape.Number)),
            ("full", Shape.Number),
            ("defined", Shape.Number),
            ("withEvidence", Shape.OrNull(Shape.Number)),
            ("working", Shape.Of("LocalText")),
            ("levels", Shape.List(Shape.Open(("level", Shape.Whole()), ("title", Shape.Of("LocalText"))))),
            ("parts", Shape.List(Shape.Open(("id", Shape.Text), ("title", Shape.Of("LocalText")), ("state", Shape.Text)))),
            ("missing", Shape.List(Shape.Of("LocalText"))),
            ("datasets?", Shape.List(Shape.Of("Score"))))),
        new("Evidence", new("หลักฐาน", "Evidence of a part of an indicator."), () => Shape.Object(
            ("id", Shape.Id),
            ("organization", Shape.Text),
            ("dataset", Shape.OrNull(Shape.Text)),
            ("indicator", Shape.Text),
            ("fiscalYear", Shape.Whole()),
            ("part", Shape.Text),
            ("link", Shape.Text),
            ("date", Shape.Day),
            ("value", Shape.OrNull(Shape.Number)),
            ("givenBy", Shape.Text),
            ("given", Shape.Time),
            ("withdrawn", Shape.Flag))),
        new("EvidenceList", new("หลักฐานทั้งหมด", "Evidence, the newest first."), () => Shape.Page("Evidence")),
        new("SentEvidence", new("หลักฐานที่แนบ", "Evidence to be attached."), () => Shape.Object(
            ("organization", Shape.Slugged),
            ("dataset?", Shape.OrNull(Shape.Slugged)),
            ("fiscalYear?", Shape.OrNull(Shape.Whole())),
            ("indicator", Shape.Text),
            ("part", Shape.Text),
            ("link", Shape.Text),
            ("date", Shape.Day),
            ("value?", Shape.OrNull(Shape.Number)),
            ("withdrawn?", Shape.Flag))),
    ];
}
