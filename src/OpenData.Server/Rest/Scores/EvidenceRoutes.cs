using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Scores;
using OpenData.Server.Access;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Rest.Scores;

/// <summary>Evidence for programs: read by those who see drafts, given by those who may edit them.</summary>
internal static class EvidenceRoutes
{
    private static readonly string[] Members = ["organization", "dataset", "fiscalYear", "indicator", "part", "link", "date", "value", "withdrawn"];

    public static void MapEvidence(this IEndpointRouteBuilder api)
    {
        api.MapRead("/evidence", ListAsync).NeedsToken().Takes(ScoreOperations.EvidenceParameters).Tells(ScoreOperations.Evidence);
        api.MapLate("/evidence", GiveAsync, HttpMethods.Post).NeedsToken().Takes().Tells(ScoreOperations.GiveEvidence);
    }

    private static async Task<IResult> ListAsync(HttpContext context, EvidenceIntake intake, ScoreDesk desk)
    {
        var parameters = context.Parameters();
        var (year, fault) = ScoreRoutes.Year(parameters["year"], desk);
        if (fault is not null)
        {
            return Problem.OfQuery([fault]);
        }

        if (parameters["organization"] is not { } organization)
        {
            return Problem.OfQuery([ParameterTexts.Invalid("organization", "", ScoreTexts.Organization)]);
        }

        var (_, _, refusal) = await intake.FindAsync(organization, parameters["dataset"], context.RequestAborted);
        if (refusal is not null)
        {
            return refusal;
        }

        var evidence = await intake.ListAsync(organization, parameters["dataset"], year, context.RequestAborted);
        return new JsonBody(new JObject { ["items"] = new JArray(evidence.Select(Of)), ["total"] = evidence.Count, ["next"] = null });
    }

    private static async Task<IResult> GiveAsync(HttpContext context, EvidenceIntake intake, ScoreDesk desk)
    {
        var (text, refusal) = await SentDocument.ReadAsync(context.Request);
        if (refusal is not null)
        {
            return refusal;
        }

        if (Read(text!) is not { } json || json.Properties().Any(p => !Members.Contains(p.Name) || !Fits(p)))
        {
            return ReviewTexts.Invalid("", "malformed", new("อ่านหลักฐานไม่ได้", "The evidence cannot be read."), new($"ส่งออบเจ็กต์ JSON ที่มี {string.Join(", ", Members)}", $"Send a JSON object of {string.Join(", ", Members)}."));
        }

        var (year, fault) = ScoreRoutes.Year(Text(json["fiscalYear"]), desk);
        if (fault is not null)
        {
            return ReviewTexts.Invalid("/fiscalYear", fault.Code, fault.Message, fault.Fix);
        }

        var sent = new SentEvidence(Text(json["indicator"]), Text(json["part"]), Text(json["link"]), Text(json["date"]), Text(json["value"]), json["withdrawn"] is JValue { Value: true });
        var (given, refused) = await intake.GiveAsync(Text(json["organization"]) ?? "", Text(json["dataset"]), year, sent, context.RequestAborted);
        return refused is null ? new JsonBody(Of(given!), StatusCodes.Status201Created) : refused;
    }

    /// <summary>A number may be written as a text, as forms send it; a text is a text, and a yes or no is nothing else.</summary>
    private static bool Fits(JProperty member) => member switch
    {
        { Value.Type: JTokenType.Null } => true,
        { Name: "withdrawn" } => member.Value.Type == JTokenType.Boolean,
        { Name: "fiscalYear" or "value" } => member.Value.Type is JTokenType.Integer or JTokenType.Float or JTokenType.String,
        _ => member.Value.Type == JTokenType.String,
    };

    private static JObject? Read(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
            var json = JObject.Load(reader);
            return reader.Read() ? null : json;
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    private static string? Text(JToken? token) => (token as JValue)?.Value is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    private static JObject Of(Evidence evidence) => new()
    {
        ["id"] = evidence.Id.ToString(),
        ["organization"] = evidence.Organization,
        ["dataset"] = evidence.Dataset,
        ["indicator"] = evidence.Indicator,
        ["fiscalYear"] = evidence.FiscalYear,
        ["part"] = evidence.Part,
        ["link"] = evidence.Link,
        ["date"] = evidence.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["value"] = evidence.Value,
        ["givenBy"] = evidence.GivenBy,
        ["given"] = DatasetJson.Time(evidence.Given),
        ["withdrawn"] = evidence.Withdrawn,
    };
}
