using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>Every parameter of the routes of rows: the only table of them, from which they are refused, documented and listed.</summary>
internal static class RowParameters
{
    private static readonly ParameterDescription Select = new("select", ParameterKind.List, new("คอลัมน์ที่ต้องการ คั่นด้วยจุลภาค ตามลำดับ", "The columns wanted, separated by commas, in that order."));
    private static readonly ParameterDescription Order = new("order", ParameterKind.List, new("คอลัมน์ที่ใช้เรียง คั่นด้วยจุลภาค ใส่ - หน้าชื่อเพื่อเรียงจากมากไปน้อย", "The columns to sort by, separated by commas; a minus before one for the greatest first."));
    private static readonly ParameterDescription Search = new("q", ParameterKind.Text, new("คำที่ทุกคำต้องอยู่ในคอลัมน์ข้อความของแถว อยู่กลางข้อความไทยที่ไม่เว้นวรรคก็พบ", "Words, all of which some text column of a row holds; found inside unspaced Thai too. Letters A–Z without case.")) { Maximum = ServerLimits.SearchLength };
    private static readonly ParameterDescription Box = new("bbox", ParameterKind.Numbers, new("กรอบพิกัด west,south,east,north เป็นองศา west มากกว่า east คือข้ามเส้นแวง 180", "Only rows inside a box of degrees: west,south,east,north; with west greater than east it goes over the 180th meridian.")) { Minimum = 4, Maximum = 4, Example = "97.3,5.6,105.7,20.5" };
    private static readonly ParameterDescription Near = new("near", ParameterKind.Numbers, new("latitude,longitude,metres: แถวที่อยู่ไม่ไกลเกินระยะนี้ (วงกลมใหญ่)", "Only rows no farther than so many metres from a place, along the great circle: latitude,longitude,metres.")) { Minimum = 3, Maximum = 3, Example = "13.756,100.502,5000" };
    private static readonly ParameterDescription Limit = new("limit", ParameterKind.IntegerOrChoice, new("จำนวนแถว หรือ all เพื่อรับทั้งหมดในคำตอบเดียว", "How many rows; all streams every one of them in one answer.")) { Minimum = 1, Maximum = ServerLimits.MostRows, Allowed = ["all"], Standard = $"{ServerLimits.DefaultRows}" };
    private static readonly ParameterDescription After = new("after", ParameterKind.Text, new("ตัวชี้หน้าจาก next ของคำตอบก่อนหน้า", "The cursor from next of the answer before."));
    private static readonly ParameterDescription Offset = new("offset", ParameterKind.Integer, new("จำนวนแถวที่ข้าม ใช้พร้อม after ไม่ได้", "How many rows to pass over; not together with after.")) { Minimum = 0, Maximum = ServerLimits.MostOffset, Standard = "0" };
    private static readonly ParameterDescription Count = new("count", ParameterKind.Boolean, new("นับทั้งหมดใน total", "Counts all that match, in total.")) { Allowed = ["false", "true"], Standard = "false" };
    // What these three are where nothing is said is no value to send: with another format it would be refused.
    private static readonly ParameterDescription Header = new("header", ParameterKind.Choice, new("หัวตารางเป็นชื่อคอลัมน์หรือป้าย (เฉพาะ CSV และ XLSX)", "Whether headers are names or labels (CSV and XLSX only).")) { Allowed = ["name", "label"] };
    private static readonly ParameterDescription Bom = new("bom", ParameterKind.Boolean, new("ขึ้นต้น CSV ด้วย BOM เพื่อให้ Excel อ่านภาษาไทยได้ (เฉพาะ CSV)", "Begins CSV with a byte order mark, by which Excel knows UTF-8 (CSV only).")) { Allowed = ["false", "true"] };
    private static readonly ParameterDescription ExcelSafe = new("excel-safe", ParameterKind.Boolean, new("ใส่ ' หน้าข้อความที่ Excel จะรันเป็นสูตร (เฉพาะ CSV)", "Puts an apostrophe before texts that Excel would run as formulas (CSV only).")) { Allowed = ["false", "true"] };
    private static readonly ParameterDescription GroupBy = new("group_by", ParameterKind.List, new("คอลัมน์ที่ใช้จัดกลุ่ม คั่นด้วยจุลภาค ถ้าไม่ให้ ทุกแถวเป็นกลุ่มเดียว", "The columns whose values make a group, separated by commas; without any, all rows are one group."));

    private static readonly ParameterDescription Terms = new("select", ParameterKind.List, new(
        "ค่าของแต่ละกลุ่ม: count() sum(x) avg(x) min(x) max(x) countDistinct(x) หรือคอลัมน์ของ group_by",
        "What is told of each group: count() sum(x) avg(x) min(x) max(x) countDistinct(x), or a column of group_by.")) { Standard = "count()" };

    private static readonly ParameterDescription GroupOrder = new("order", ParameterKind.List, new("ลำดับของกลุ่ม เช่น -sum(x),province ถ้าไม่ให้เรียงตาม group_by", "The order of the groups, such as -sum(x),province; that of group_by where none is given.")) { Example = "-count()" };

    /// <summary>Those of <c>/data/{name}/{key}</c>, and of a release's rows.</summary>
    public static readonly TakenParameters Rows = new([Select, Order, Search, Box, Near, Limit, After, Offset, Count, Header, Bom, ExcelSafe, SharedParameters.Language], Columns: true);

    /// <summary>Those of <c>/data/{name}/{key}/rows/{id}</c>.</summary>
    public static readonly TakenParameters Row = new([Select, Header, Bom, ExcelSafe, SharedParameters.Language]);

    /// <summary>Those of <c>/data/{name}/{key}/aggregate</c>.</summary>
    public static readonly TakenParameters Groups = new([GroupBy, Terms, GroupOrder, Search, Box, Near, Limit, Offset, Count, Header, Bom, ExcelSafe, SharedParameters.Language], Columns: true, Having: true);
}
