using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Registry.Review;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Reviews;

/// <summary>What comes with a step: a reason, comments, the revision that was read; an empty body is none of these.</summary>
internal sealed record SentReview(string? Reason, IReadOnlyList<ReviewComment> Comments, int? Revision)
{
    private static readonly string[] Members = ["reason", "comments", "revision", "rule"];

    /// <summary>The rule of an exception, or empty.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Reads it from a request's body; or the refusal.</summary>
    public static async Task<(SentReview? Sent, Problem? Refusal)> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength == 0 || (request.ContentLength is null && request.ContentType is null))
        {
            return (new SentReview(null, [], null), null);
        }

        var (text, refusal) = await SentDocument.ReadAsync(request);
        return refusal is null ? Read(text!) : (null, refusal);
    }

    private static (SentReview? Sent, Problem? Refusal) Read(string text)
    {
        JObject json;
        try
        {
            json = JObject.Parse(text);
        }
        catch (JsonReaderException)
        {
            return (null, Malformed("", "JSON"));
        }

        if (json.Properties().FirstOrDefault(p => !Members.Contains(p.Name)) is { } unknown)
        {
            return (null, Malformed("/" + unknown.Name, unknown.Name));
        }

        var comments = new List<ReviewComment>();
        foreach (var item in json["comments"] as JArray ?? [])
        {
            if (comments.Count >= ServerLimits.Comments || Comment(item as JObject) is not { } comment)
            {
                return (null, Malformed($"/comments/{comments.Count}", "comments"));
            }

            comments.Add(comment);
        }

        return json["revision"] is not (null or JValue { Type: JTokenType.Integer })
            ? (null, Malformed("/revision", "revision"))
            : (new SentReview(Said(json["reason"]), comments, (int?)json["revision"]) { Rule = Said(json["rule"]) ?? "" }, null);
    }

    /// <summary>A comment is <c>{ "field": … }</c>, or a <c>resource</c> with a <c>column</c> or a <c>finding</c>, and its <c>text</c>.</summary>
    private static ReviewComment? Comment(JObject? json)
    {
        foreach (var place in Enum.GetValues<CommentPlace>())
        {
            if (Said(json?[place.ToString().ToLowerInvariant()]) is { } name && Said(json!["text"]) is { } text)
            {
                return new ReviewComment(place, place == CommentPlace.Field ? null : Said(json["resource"]), name, text);
            }
        }

        return null;
    }

    /// <summary>What somebody has said: a text that is not blank and not a book.</summary>
    internal static string? Said(JToken? token) => Said((token as JValue)?.Value as string);

    /// <inheritdoc cref="Said(JToken?)"/>
    internal static string? Said(string? text) => text?.Trim() is { Length: > 0 and <= ServerLimits.ReasonLength } said ? said : null;

    private static Problem Malformed(string pointer, string what) => ReviewTexts.Invalid(
        pointer,
        "malformed",
        new($"อ่าน “{ProblemTexts.Shown(what)}” ไม่ได้", $"“{ProblemTexts.Shown(what)}” cannot be read."),
        new("ส่ง { \"reason\": \"…\", \"revision\": 3, \"comments\": [{ \"field\": \"title\", \"text\": \"…\" }, { \"resource\": \"main\", \"column\": \"id\", \"text\": \"…\" }] }", "Send { \"reason\": \"…\", \"revision\": 3, \"comments\": [{ \"field\": \"title\", \"text\": \"…\" }, { \"resource\": \"main\", \"column\": \"id\", \"text\": \"…\" }] }."));
}
