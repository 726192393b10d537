using OpenData.Store;
using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;

namespace OpenData.Server.Rest.Usage;

/// <summary>What the routes of usage do.</summary>
internal static class UsageOperations
{
    public static readonly IReadOnlyList<ParameterDescription> Parameters =
    [
        new("from", ParameterKind.Day, new("วันแรก (เวลาไทย)", "The first day (in Thailand).")) { Example = "2026-01-01" },
        new("to", ParameterKind.Day, new("วันสุดท้าย (เวลาไทย)", "The last day (in Thailand).")) { Example = "2026-01-31" },
        new("by", ParameterKind.Choice, new("แยกตามวันหรือเดือน", "Whether lines are of days or of months.")) { Allowed = ["day", "month"], Standard = "day" },
        new("per", ParameterKind.List, new("สิ่งที่แยกบรรทัด", "What lines are apart by; dataset and face where nothing is said, and an empty text for no part at all.")) { Allowed = [.. Enum.GetValues<UsagePart>().Select(UsageTexts.Word)], Minimum = 0 },
        SharedParameters.Organization,
        SharedParameters.Dataset,
        SharedParameters.Limit(ServerLimits.MostRows, ServerLimits.MostRows),
        SharedParameters.Offset,
    ];

    public static Operation Of(bool isCsv) => new(
        isCsv ? "readUsageCsv" : "readUsage",
        OperationTags.Usage,
        new("จำนวนคำขอตามวัน ชุดข้อมูล และช่องทาง", "How many requests were answered, by day, dataset and interface; nobody's address is kept."),
        (isCsv ? Answer.Text("text/csv") : Answer.Json("Usage")) with { HasLinks = true });
}
