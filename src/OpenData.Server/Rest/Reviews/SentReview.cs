using Newtonsoft.Json.Linq;
using OpenData.Registry.Review;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Reviews;

/// <summary>What comes with a step: a reason, comments, the revision that was read; an empty body is none of these.</summary>
internal sealed record SentReview(string? Reason, IReadOnlyList<ReviewComment> Comments, int? Revision)
{
    /// <summary>The members of a step.</summary>
    private static readonly string[] OfStep = ["reason", "comments", "revision"];

    /// <summary>The members of an exception.</summary>
    private static readonly string[] OfException = ["rule", "reason"];

    private static readonly string[] OfComment = [.. Enum.GetNames<CommentPlace>().Select(n => n.ToLowerInvariant()), "resource", "text"];

    /// <summary>The rule of an exception, or empty.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Reads what comes with a step from a request's body; or the refusal.</summary>
    public static Task<(SentReview? Sent, Problem? Refusal)> ReadAsync(HttpRequest request) => ReadAsync(request, OfStep);

    /// <summary>Reads an exception from a request's body; or the refusal.</summary>
    public static Task<(SentReview? Sent, Problem? Refusal)> ReadExceptionAsync(HttpRequest request) => ReadAsync(request, OfException);

    private static async Task<(SentReview? Sent, Problem? Refusal)> ReadAsync(HttpRequest request, string[] members)
    {
        if (SentDocument.IsEmpty(request))
        {
            return (new SentReview(null, [], null), null);
        }

        var (text, refusal) = await SentDocument.ReadAsync(request);
        return refusal is null ? Read(text!, members) : (null, refusal);
    }

    private static (SentReview? Sent, Problem? Refusal) Read(string text, string[] members)
    {
        if (SentDocument.Object(text, depth: 8) is not { } json)
        {
            return (null, Malformed("", "JSON"));
        }

        if (json.Properties().FirstOrDefault(p => !members.Contains(p.Name) || !Fits(p)) is { } faulty)
        {
            return (null, Malformed("/" + faulty.Name, faulty.Name));
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

        return (new SentReview(Said(json["reason"]), comments, (int?)json["revision"]) { Rule = Said(json["rule"]) ?? "" }, null);
    }

    /// <summary>What is said is never passed over: a text that is blank, too long or no text is refused.</summary>
    private static bool Fits(JProperty member) => member.Name switch
    {
        "comments" => member.Value is JArray,
        "revision" => member.Value is JValue { Value: long and >= 0 and <= int.MaxValue },
        _ => Said(member.Value) is not null,
    };

    /// <summary>A comment is <c>{ "field": … }</c>, or a <c>resource</c> with a <c>column</c> or a <c>finding</c>, and its <c>text</c>.</summary>
    private static ReviewComment? Comment(JObject? json)
    {
        if (json is null || json.Properties().Any(p => !OfComment.Contains(p.Name) || (Said(p.Value) is null && p is not { Name: "resource", Value.Type: JTokenType.Null })))
        {
            return null;
        }

        foreach (var place in Enum.GetValues<CommentPlace>())
        {
            if (Said(json[place.ToString().ToLowerInvariant()]) is { } name && Said(json["text"]) is { } text)
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
