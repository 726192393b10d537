using OpenData.GraphQL.Types;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Tests.GraphQl;

public sealed class ResourceSchemaTests
{
    [Fact]
    public async Task A_dataset_alone_is_a_small_schema_with_the_dictionary_in_its_descriptions()
    {
        await using var folder = new ResourceFolder();
        var dictionary = folder.Dictionary(
            ["code"],
            ResourceFolder.Column("code", ColumnType.Code, required: true) with
            {
                Description = new LocalText("รหัสสองหลัก", "Two digits"),
                Codes = [new CodeValue("10", new LocalText("กรุงเทพฯ", "Bangkok"))],
            },
            ResourceFolder.Column("area", ColumnType.Decimal) with { Unit = new LocalText("ตร.กม.", "sq km"), Example = "12.50" });
        await folder.PublishAsync("land-use", dictionary, [[RowValue.Of("10"), RowValue.Of("1568.7")]]);
        var schema = await folder.Schema.AloneAsync("land-use", default);
        string.Join('\n', SchemaPrinter.Print(schema!).Split('\n').Select(l => l.TrimEnd())).Should().Contain(
            """"
            """
            ชุด land-use
            หมายเหตุ
            รุ่นที่ 1 จำนวน 1 แถว.

            Dataset land-use
            หมายเหตุ
            Release 1, rows: 1.
            """
            type LandUse {
              """
              ป้าย code: รหัสสองหลัก
              รหัส: `10` กรุงเทพฯ

              Label code: Two digits
              Codes: `10` Bangkok
              """
              code: String!

              """
              ป้าย area
              หน่วย: ตร.กม.
              ตัวอย่าง: `12.50`

              Label area
              Unit: sq km
              Example: `12.50`
              """
              area: Decimal
            }
            """".ReplaceLineEndings("\n"));
    }
}
