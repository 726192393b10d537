using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Scores;

/// <summary>What the routes of indicators, scores and evidence do.</summary>
internal static class ScoreOperations
{
    private static readonly ParameterDescription Organization = SharedParameters.Organization with { Required = true };

    public static readonly IReadOnlyList<ParameterDescription> EvidenceParameters = [Organization, SharedParameters.Dataset, SharedParameters.Year];

    public static readonly Operation Indicators = new("listIndicators", OperationTags.Scores, new("นิยามของตัวชี้วัด", "The definitions of the indicators."), Answer.Json("IndicatorList"));

    public static readonly Operation Evidence = new("listEvidence", OperationTags.Scores, new("หลักฐานของหน่วยงาน", "The evidence of an organization."), Answer.Json("EvidenceList")) { Refusals = [ProblemKinds.UnknownOrganization, ProblemKinds.UnknownDataset] };

    public static readonly Operation GiveEvidence = new("giveEvidence", OperationTags.Scores, new("แนบหลักฐาน", "Attaches evidence to a part of an indicator."), Answer.Made("Evidence"))
    {
        Body = SentBody.Json("SentEvidence"),
        Refusals = [.. Refusals.Body, ProblemKinds.UnknownOrganization, ProblemKinds.UnknownDataset],
    };

    /// <summary>Scores of all organizations or of one, or of one as CSV or as a page.</summary>
    public static Operation Scores(string suffix) => new(
        "readScores" + suffix switch { "" => "", ".csv" => "Csv", _ => "Html" },
        OperationTags.Scores,
        new("คะแนนของหน่วยงาน", "The scores of an organization; without one, the organizations that have some."),
        suffix switch { "" => Answer.Json("Scores"), ".csv" => Answer.Text("text/csv"), _ => Answer.Text("text/html") })
    {
        Refusals = [ProblemKinds.UnknownOrganization],
    };

    public static IReadOnlyList<ParameterDescription> ScoreParameters(string suffix) => [suffix.Length == 0 ? SharedParameters.Organization : Organization, SharedParameters.Year];
}
