using Newtonsoft.Json.Linq;
using OpenData.Registry.Feedback;
using OpenData.Server.Rest.Datasets;

namespace OpenData.Server.Rest.Feedback;

/// <summary>Feedback as JSON. What officers alone may know is written only where it is said so.</summary>
internal static class FeedbackJson
{
    public static JObject Of(RatingCounts ratings) => new() { ["count"] = ratings.Count, ["mean"] = ratings.Mean };

    public static JObject Of(FeedbackCounts counts) => new()
    {
        ["rating"] = Of(counts.Ratings),
        ["questions"] = new JObject { ["open"] = counts.Open, ["answered"] = counts.Answered, ["hidden"] = counts.Hidden },
    };

    public static JObject Of(Question question, bool forOfficers)
    {
        var json = new JObject
        {
            ["id"] = question.Id.ToString("D"),
            ["dataset"] = question.Dataset,
            ["text"] = question.Text,
            ["asked"] = DatasetJson.Time(question.Asked),
            ["state"] = FeedbackTexts.Word(question.State),
            ["answer"] = question.Answer,
            ["reason"] = question.Reason,
            ["changed"] = question.Changed is { } changed ? DatasetJson.Time(changed) : null,
        };
        if (forOfficers)
        {
            json["organization"] = question.Organization;
            json["by"] = question.By;
            json["revision"] = question.Revision;
        }

        return json;
    }

    public static JObject Of(DataRequest request, bool forOfficers)
    {
        var json = new JObject
        {
            ["kind"] = FeedbackTexts.Word(request.Kind),
            ["organization"] = request.Organization,
            ["dataset"] = request.Dataset,
            ["text"] = request.Text,
            ["asked"] = DatasetJson.Time(request.Asked),
            ["state"] = FeedbackTexts.Word(request.State),
            ["answer"] = request.Answer,
            ["changed"] = request.Changed is { } changed ? DatasetJson.Time(changed) : null,
        };
        if (forOfficers)
        {
            json["id"] = request.Id.ToString("D");
            json["contact"] = request.Contact;
            json["by"] = request.By;
            json["revision"] = request.Revision;
        }

        return json;
    }

    public static JObject Of(RequestCounts counts) => new() { ["organization"] = counts.Organization, ["open"] = counts.Open, ["granted"] = counts.Granted, ["refused"] = counts.Refused };
}
