using OpenData.Scores.Indicators;

namespace OpenData.Scores.Measures;

/// <summary>What is counted over an organization's datasets.</summary>
internal static class OrganizationMeasures
{
    public static Measured Registered(IndicatorPart part, OrganizationFacts facts) => Count(part, facts, _ => true, "ลงทะเบียน", "registered");

    public static Measured Checked(IndicatorPart part, OrganizationFacts facts) =>
        Count(part, facts, d => d.Released.Any(r => r.Report is not null && r.Resource.Dictionary is not null), "มีพจนานุกรมและตรวจแล้ว", "with a dictionary and checked");

    public static Measured Published(IndicatorPart part, OrganizationFacts facts) => Count(part, facts, d => d.IsPublished, "เผยแพร่", "published");

    /// <summary>Of the open datasets, those whose released files meet the six clauses.</summary>
    public static Measured MachineReadableShare(OrganizationFacts facts)
    {
        var open = facts.Datasets.Where(d => d.IsOpen).ToArray();
        if (open.Length == 0)
        {
            return new Measured(PartState.NotMeasured, new("ไม่มีชุดข้อมูลเปิด", "there is no open dataset"));
        }

        var readable = open.Count(d => d.IsMachineReadable);
        return new Measured(PartState.Met, new($"{readable} จาก {open.Length} ชุดข้อมูลเปิด × 100", $"{readable} of {open.Length} open datasets × 100"))
        {
            Value = decimal.Round(readable * 100m / open.Length, 2),
        };
    }

    private static Measured Count(IndicatorPart part, OrganizationFacts facts, Func<DatasetFacts, bool> counts, string th, string en)
    {
        var counted = facts.Datasets.Where(counts).ToArray();
        return Measured.Of(
            counted.Length >= part.Least,
            $"{th} {counted.Length} ชุด ต้องมีอย่างน้อย {part.Least}",
            $"{counted.Length} {en}, at least {part.Least} asked for") with { Value = counted.Length, Addresses = [.. counted.Select(d => "/api/v1/datasets/" + d.Dataset.Name)] };
    }
}
