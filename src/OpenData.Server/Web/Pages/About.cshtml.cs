using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Server.Rest.RowQueries;

namespace OpenData.Server.Web.Pages;

/// <summary>The help page: what can be asked, with commands to copy.</summary>
public sealed class AboutModel : CatalogPage
{
    internal static readonly IReadOnlyList<Example> Examples =
    [
        new(new("ค้นหาชุดข้อมูล", "Search for datasets"), "curl '{0}/api/v1/datasets?q=province'"),
        new(new("อ่านแถวข้อมูล เรียงและกรอง", "Read rows, filtered and ordered"), "curl '{0}/api/v1/data/DATASET/RESOURCE?COLUMN.gte=1000&order=-COLUMN&limit=10'"),
        new(new("ดาวน์โหลดทั้งหมดเป็น CSV", "Download all rows as CSV"), "curl -OJ '{0}/api/v1/data/DATASET/RESOURCE.csv?limit=all&header=label'"),
        new(new("ถามด้วย GraphQL (เปิดคอนโซลที่ /graphql)", "Ask by GraphQL (its console is at /graphql)"), "curl '{0}/graphql' -H 'Content-Type: application/json' -d '{\"query\":\"{ datasets { totalCount nodes { name } } }\"}'"),
        new(new("ตรวจไฟล์", "Check a file"), "curl -F file=@data.csv '{0}/api/v1/validate'"),
        new(new("เผยแพร่ไฟล์ (ต้องมีโทเค็น)", "Publish a file (needs a token)"), "curl -H \"Authorization: Bearer $" + ServerOptions.TokenVariable + "\" -T data.csv '{0}/api/v1/datasets/DATASET/resources/RESOURCE/file?name=data.csv'"),
    ];

    internal static readonly IReadOnlyList<(string Name, LocalText Meaning)> Parameters =
    [
        ("select=a,b", new("คอลัมน์ที่ต้องการ", "the columns wanted")),
        ("column=value", new("เฉพาะแถวที่คอลัมน์มีค่านี้", "only rows where the column has this value")),
        ("column.op=value", new("op: " + string.Join(" ", FilterParameter.Operators.Keys), "op: " + string.Join(" ", FilterParameter.Operators.Keys))),
        ("order=a,-b", new("เรียงตาม a แล้วตาม b จากมากไปน้อย", "by a, then by b from the greatest")),
        ("limit=n", new($"จำนวนแถว ไม่เกิน {ServerLimits.MostRows} หรือ all", $"rows of a page, at most {ServerLimits.MostRows}, or all")),
        ("after=…  offset=n", new("หน้าถัดไป หรือข้าม n แถว", "the next page, or n rows passed over")),
        ("count=true", new("นับแถวทั้งหมดที่ตรงเงื่อนไข", "count the rows that match")),
        ("header=name|label", new("หัวตารางของ CSV", "the header line of a CSV")),
    ];

    internal override LocalText Heading => WebTexts.About;

    internal string Command(Example example) =>
        example.Curl.Replace("{0}", HttpContext.PublicRoot(), StringComparison.Ordinal);

    /// <summary>A command that does something useful.</summary>
    internal sealed record Example(LocalText Title, string Curl);
}
