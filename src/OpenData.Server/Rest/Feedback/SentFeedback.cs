using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Registry.Feedback;
using OpenData.Schemas;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Feedback;

/// <summary>A small JSON object that somebody has sent, of members that are known.</summary>
internal sealed class SentFeedback
{
    private static readonly LocalText AnObject = new("วัตถุ JSON", "a JSON object");
    private static readonly LocalText AText = new("ข้อความ", "a text");
    private static readonly LocalText ANumber = new("จำนวนเต็ม", "a whole number");
    private static readonly LocalText AKey = new("กุญแจที่คำตอบก่อนหน้าให้มา", "the key that an answer has given you");
    private static readonly LocalText AKind = new("missing หรือ restricted", "missing or restricted");
    private readonly JObject json;

    private SentFeedback(JObject json) => this.json = json;

    public string? Text => (string?)json["text"];
    public string? Reason => (string?)json["reason"];
    public string? Organization => (string?)json["organization"];
    public int? Stars => (int?)json["stars"];
    public int? Revision => (int?)json["revision"];
    public bool Erase => (bool?)json["erase"] == true;

    /// <summary>The key that was sent, or a new one.</summary>
    public string Key => (string?)json["key"] ?? BrowserKey.New();

    /// <summary>The request that was sent.</summary>
    public SentRequest Request => new(KindOf((string?)json["kind"])!.Value, Organization, (string?)json["dataset"], Text, (string?)json["contact"]);

    /// <summary>The kind of a request by its word, or null.</summary>
    public static RequestKind? KindOf(string? word) => word switch { "missing" => RequestKind.Missing, "restricted" => RequestKind.Restricted, _ => null };

    /// <summary>Reads it from a request's body; or the refusal.</summary>
    public static async Task<(SentFeedback? Sent, Problem? Refusal)> ReadAsync(HttpRequest request, params string[] members)
    {
        var (text, refusal) = await SentDocument.ReadAsync(request, ServerLimits.FeedbackBytes);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        if (SentDocument.Object(text!, depth: 4) is not { } json)
        {
            return (null, FeedbackTexts.Member("", AnObject));
        }

        return json.Properties().Select(p => members.Contains(p.Name) ? Fault(p) : FeedbackTexts.Member(p.Name, new(string.Join(" ", members), string.Join(" ", members)))).FirstOrDefault(f => f is not null) is { } fault ? (null, fault)
            : members.Contains("kind") && json["kind"] is null ? (null, FeedbackTexts.Member("kind", AKind))
            : (new SentFeedback(json), null);
    }

    private static Problem? Fault(JProperty member) => member switch
    {
        { Value.Type: JTokenType.Null, Name: not "kind" } => null,
        { Name: "stars" } => IsSmall(member.Value) ? null : FeedbackTexts.NotStars(Convert.ToString((member.Value as JValue)?.Value, CultureInfo.InvariantCulture)),
        { Name: "revision" } => IsSmall(member.Value) ? null : FeedbackTexts.Member(member.Name, ANumber),
        { Name: "erase" } => member.Value.Type == JTokenType.Boolean ? null : FeedbackTexts.Member(member.Name, new("true หรือ false", "true or false")),
        { Name: "key" } => BrowserKey.Is(member.Value.Type == JTokenType.String ? (string?)member.Value : null) ? null : FeedbackTexts.Member(member.Name, AKey),
        { Name: "kind" } => KindOf(member.Value.Type == JTokenType.String ? (string?)member.Value : null) is null ? FeedbackTexts.Member(member.Name, AKind) : null,
        _ => member.Value.Type == JTokenType.String ? null : FeedbackTexts.Member(member.Name, AText),
    };

    private static bool IsSmall(JToken value) => value is JValue { Value: long and >= int.MinValue and <= int.MaxValue };
}
