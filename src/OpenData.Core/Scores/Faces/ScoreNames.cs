using OpenData.Schemas;

namespace OpenData.Scores.Faces;

/// <summary>What states are called, by programs and by people.</summary>
public static class ScoreNames
{
    /// <summary>The name in JSON and CSV.</summary>
    public static string Of(PartState state) => state switch
    {
        PartState.Met => "met",
        PartState.NotMet => "not-met",
        PartState.AwaitsEvidence => "awaits-evidence",
        PartState.NotDefined => "not-defined",
        _ => "not-measured",
    };

    /// <summary>The name for people.</summary>
    public static LocalText TitleOf(PartState state) => state switch
    {
        PartState.Met => new("✓ ผ่าน", "✓ met"),
        PartState.NotMet => new("✗ ไม่ผ่าน", "✗ not met"),
        PartState.AwaitsEvidence => new("… รอหลักฐาน", "… awaits evidence"),
        PartState.NotDefined => new("– ยังไม่มีเกณฑ์", "– not defined"),
        _ => new("– ยังไม่ได้วัด", "– not measured"),
    };

    /// <summary>The dimensions of the metadata assessment.</summary>
    public static LocalText GroupOf(string group) => group switch
    {
        "findability" => new("ค้นพบได้", "Findability"),
        "accessibility" => new("เข้าถึงได้", "Accessibility"),
        "interoperability" => new("ทำงานร่วมกันได้", "Interoperability"),
        "reusability" => new("ใช้ซ้ำได้", "Reusability"),
        _ => new("บริบท", "Contextuality"),
    };
}
