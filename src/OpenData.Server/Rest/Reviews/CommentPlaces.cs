using OpenData.Registry;
using OpenData.Registry.Review;
using OpenData.Rules;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Reviews;

/// <summary>Whether comments are on places that there are.</summary>
internal static class CommentPlaces
{
    /// <summary>The fault of the first comment on nothing, or null.</summary>
    public static Problem? Fault(Dataset dataset, IReadOnlyList<ReviewComment> comments)
    {
        for (var i = 0; i < comments.Count; i++)
        {
            if (!IsThere(dataset, comments[i]))
            {
                var place = ProblemTexts.Shown($"{comments[i].Resource}/{comments[i].Name}".TrimStart('/'));
                return ReviewTexts.Invalid(
                    $"/comments/{i}",
                    "unknown-place",
                    new($"ไม่มี “{place}” ในชุดข้อมูลนี้", $"There is no “{place}” in this dataset."),
                    new("ใช้รหัสฟิลด์ของแบบฟอร์ม 1 ชื่อคอลัมน์ในพจนานุกรม หรือรหัสกฎ", "Name a field of Form 1, a column of a dictionary, or the code of a rule."));
            }
        }

        return null;
    }

    private static bool IsThere(Dataset dataset, ReviewComment comment) => comment.Place switch
    {
        CommentPlace.Field => ReviewedItems.IsItem(comment.Name),
        CommentPlace.Column => Resource(dataset, comment)?.Dictionary?.Columns.Any(c => c.Name == comment.Name) == true,
        _ => Resource(dataset, comment) is not null && RuleBook.Find(comment.Name) is not null,
    };

    private static Resource? Resource(Dataset dataset, ReviewComment comment) => dataset.Resource(comment.Resource ?? "");
}
