using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Scores.Quality;

namespace OpenData.Scores.Faces;

/// <summary>Scores as JSON, for programs: every text in Thai and in English.</summary>
public static class ScoreJson
{
    /// <summary>The whole report.</summary>
    public static JObject Of(ScoreReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new JObject
        {
            ["version"] = ScoreReport.Version,
            ["organization"] = report.Organization.Name,
            ["title"] = Text(report.Organization.Title),
            ["units"] = new JArray(report.Units),
            ["fiscalYear"] = report.Year.Number,
            ["from"] = Day(report.Year.First),
            ["to"] = Day(report.Year.Last),
            ["computed"] = Time(report.Computed),
            ["publishedOnly"] = report.PublishedOnly,
            ["indicators"] = new JArray(report.Indicators.Select(i => Of(i))),
            ["quality"] = new JArray(report.Releases.Select(Of)),
            ["metadata"] = new JObject
            {
                ["full"] = MetadataQuality.Full,
                ["best"] = report.BestMetadata,
                ["mean"] = report.MeanMetadata,
                ["distributions"] = new JArray(report.Metadata.Select(Of)),
            },
            ["history"] = new JArray(report.History.Select(Of)),
        };
    }

    /// <summary>A score as it is kept: no clock in it, so that the same score is the same text.</summary>
    public static string Text(IndicatorScore score) => Of(score).ToString(Formatting.None);

    private static JObject Of(IndicatorScore score, bool withDatasets = true)
    {
        var json = new JObject
        {
            ["id"] = score.Definition.Id,
            ["definitionYear"] = score.Definition.FiscalYear,
            ["definitionSha256"] = score.Definition.Sha256,
            ["title"] = Text(score.Definition.Title),
            ["owner"] = Text(score.Definition.Owner),
            ["source"] = Text(score.Definition.Source),
            ["dataset"] = score.Dataset,
            ["score"] = score.Score,
            ["full"] = score.Definition.Full,
            ["defined"] = score.Definition.Defined,
            ["withEvidence"] = score.WithEvidence,
            ["working"] = Text(score.Working),
            ["levels"] = new JArray(score.Levels.Select(Of)),
            ["parts"] = new JArray(score.Parts.Select(Of)),
            ["missing"] = new JArray(score.Missing.Select(Text)),
        };
        if (withDatasets)
        {
            json["datasets"] = new JArray(score.Datasets.Select(d => Of(d, withDatasets: false)));
        }

        return json;
    }

    private static JObject Of(LevelScore level) => new()
    {
        ["level"] = level.Number,
        ["title"] = Text(level.Title),
        ["points"] = level.Points,
        ["earned"] = level.Earned,
        ["reached"] = level.IsReached,
        ["partsMet"] = level.PartsMet,
        ["undefined"] = level.Undefined is { } undefined ? Text(undefined) : JValue.CreateNull(),
    };

    private static JObject Of(PartScore part) => new()
    {
        ["id"] = part.Id,
        ["title"] = Text(part.Title),
        ["level"] = part.Level,
        ["state"] = ScoreNames.Of(part.State),
        ["weight"] = part.Weight,
        ["earned"] = part.Earned,
        ["value"] = part.Value,
        ["reason"] = Text(part.Reason),
        ["asked"] = part.Asked.IsEmpty ? JValue.CreateNull() : Text(part.Asked),
        ["evidence"] = new JArray(part.Evidence.Select(Of)),
        ["addresses"] = new JArray(part.Addresses),
    };

    private static JObject Of(Evidence evidence) => new()
    {
        ["part"] = evidence.Part,
        ["organization"] = evidence.Organization,
        ["dataset"] = evidence.Dataset,
        ["date"] = Day(evidence.Date),
        ["value"] = evidence.Value,
        ["link"] = evidence.Link.Length == 0 ? null : evidence.Link,
        ["givenBy"] = evidence.GivenBy.Length == 0 ? null : evidence.GivenBy,
        ["given"] = evidence.Given == default ? null : Time(evidence.Given),
    };

    private static JObject Of(ReleaseQuality release) => new()
    {
        ["dataset"] = release.Dataset,
        ["resource"] = release.Resource,
        ["release"] = release.Release,
        ["dimensions"] = new JArray(release.Dimensions.Select(d => new JObject
        {
            ["id"] = d.Id,
            ["title"] = Text(d.Title),
            ["value"] = d.Value,
            ["formula"] = Text(d.Formula),
            ["counts"] = Text(d.Counts),
        })),
    };

    private static JObject Of(MetadataQuality metadata) => new()
    {
        ["dataset"] = metadata.Dataset,
        ["resource"] = metadata.Resource,
        ["points"] = metadata.Sum,
        ["notMeasured"] = metadata.NotMeasured,
        ["rating"] = Text(metadata.Rating),
        ["parts"] = new JArray(metadata.Points.Select(p => new JObject
        {
            ["id"] = p.Id,
            ["group"] = p.Group,
            ["title"] = Text(p.Title),
            ["most"] = p.Most,
            ["points"] = p.Points,
            ["reason"] = Text(p.Reason),
        })),
    };

    private static JObject Of(KeptScore kept) => new()
    {
        ["indicator"] = kept.Indicator,
        ["score"] = kept.Score,
        ["computed"] = Time(kept.Computed),
        ["definitionSha256"] = kept.Definition,
    };

    private static JObject Text(LocalText text) => new() { ["th"] = text.Th, ["en"] = text.En };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
