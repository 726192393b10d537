using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Rows;
using OpenData.Store;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>What the server says about queries for rows.</summary>
internal static class RowTexts
{
    public static readonly LocalText PageSize = new(
        $"จำนวนเต็มตั้งแต่ 1 ถึง {ServerLimits.MostRows} หรือ all",
        $"a whole number from 1 to {ServerLimits.MostRows}, or all");

    public static readonly LocalText ColumnNames = new("ชื่อคอลัมน์คั่นด้วยจุลภาค ไม่ซ้ำกัน", "names of columns separated by commas, each once");

    public static readonly LocalText List = new(
        $"ค่าคั่นด้วยจุลภาค ตั้งแต่ 1 ถึง {ServerLimits.ListValues} ค่า (ค่าที่มีจุลภาคใส่ในเครื่องหมายคำพูด)",
        $"1 to {ServerLimits.ListValues} values separated by commas (a value with a comma in double quotes)");

    public static ProblemError UnknownColumn(string parameter, string column, DataDictionary dictionary) => new(
        ProblemKinds.UnknownColumn.Code,
        new($"ไม่มีคอลัมน์ “{Shown(column)}”", $"There is no column “{Shown(column)}”."),
        ParameterTexts.MayBe(column, [.. dictionary.Columns.Select(c => c.Name)]))
    {
        Parameter = Shown(parameter),
    };

    public static ProblemError UnknownParameter(string name, IReadOnlyList<string> known, DataDictionary dictionary)
    {
        var columns = string.Join(", ", dictionary.Columns.Select(c => c.Name));
        var may = ParameterTexts.MayBe(name, [.. known, .. dictionary.Columns.Select(c => c.Name)]);
        return new ProblemError(
            ProblemKinds.UnknownParameter.Code,
            new($"“{Shown(name)}” ไม่ใช่พารามิเตอร์และไม่ใช่คอลัมน์", $"“{Shown(name)}” is neither a parameter nor a column."),
            new(may.Th + $" (คอลัมน์: {columns})", may.En + $" (Columns: {columns}.)"))
        {
            Parameter = Shown(name),
        };
    }

    public static ProblemError UnknownOperator(string parameter, string name, IReadOnlyList<string> known) => new(
        ProblemKinds.UnknownOperator.Code,
        new($"ไม่รู้จักตัวดำเนินการ “{Shown(name)}” ใน “{Shown(parameter)}”", $"There is no operator “{Shown(name)}” (in “{Shown(parameter)}”)."),
        ParameterTexts.MayBe(name, known))
    {
        Parameter = Shown(parameter),
    };

    public static ProblemError OperatorNotForType(string parameter, string name, DictionaryColumn column, IReadOnlyList<string> fit) => new(
        ProblemKinds.OperatorNotForType.Code,
        new($"ใช้ “{name}” กับคอลัมน์ “{column.Name}” ชนิด {TypeName(column.Type)} ไม่ได้", $"“{name}” does not fit the column “{column.Name}”, whose type is {TypeName(column.Type)}."),
        ParameterTexts.MayBe("", fit))
    {
        Parameter = Shown(parameter),
    };

    public static readonly LocalText Words = new(
        $"คำค้นไม่เกิน {ServerLimits.SearchWords} คำ {ServerLimits.SearchLength} อักขระ ไม่มีอักขระ NUL", $"1 to {ServerLimits.SearchWords} words, {ServerLimits.SearchLength} characters at most, none of them NUL");

    public static readonly LocalText Box = new(
        "องศาสี่จำนวนคั่นด้วยจุลภาค west,south,east,north เช่น 100.3,13.5,100.9,14.0 (ลองจิจูด −180 ถึง 180 ละติจูด −90 ถึง 90 และ south ไม่เกิน north)",
        "four numbers of degrees, west,south,east,north such as 100.3,13.5,100.9,14.0 (longitudes from -180 to 180, latitudes from -90 to 90, south not above north)");

    public static readonly LocalText Near = new(
        $"สามจำนวนคั่นด้วยจุลภาค latitude,longitude,metres เช่น 13.756,100.502,5000 (ระยะ 0 ถึง {ServerLimits.MostMetres} เมตร)",
        $"three numbers, latitude,longitude,metres such as 13.756,100.502,5000 (0 to {ServerLimits.MostMetres} metres)");

    /// <summary>A parameter that only other formats take.</summary>
    public static ProblemError NotOfFormat(string parameter, RowFormat format, IReadOnlyList<RowFormat> takers)
    {
        var names = string.Join(", ", takers.Select(f => "." + f.Suffix));
        return new ProblemError(
            ProblemKinds.UnknownParameter.Code,
            new($"รูปแบบ {format.Name} ไม่มีพารามิเตอร์ “{parameter}”", $"{format.Name} takes no parameter “{parameter}”."),
            new($"ใช้กับ {names} เท่านั้น", $"It is for {names} only."))
        {
            Parameter = parameter,
        };
    }

    public static ProblemError NoCoordinates(string parameter, DataDictionary dictionary) => new(
        ProblemKinds.NoCoordinates.Code,
        new($"ใช้ “{parameter}” ไม่ได้ เพราะตารางไม่มีคอลัมน์พิกัด", $"“{parameter}” cannot be used: the table has no coordinates."),
        new(
            $"ตารางที่มีพิกัดมีคอลัมน์ตัวเลข latitude และ longitude เป็นองศา ตารางนี้มี: {string.Join(", ", dictionary.Columns.Select(c => c.Name))}",
            $"A table with coordinates has numeric columns latitude and longitude in degrees. This one has: {string.Join(", ", dictionary.Columns.Select(c => c.Name))}."))
    {
        Parameter = parameter,
    };

    public static ProblemError InvalidCursor() => new(
        ProblemKinds.InvalidCursor.Code,
        new("อ่านตัวชี้หน้าใน “after” ไม่ได้", "The cursor in “after” cannot be read."),
        new("ใช้ที่อยู่ next จากคำตอบก่อนหน้าตามเดิม", "Use the address in next of the answer before, as it is."))
    {
        Parameter = "after",
    };

    public static ProblemError StaleCursor() => new(
        ProblemKinds.StaleCursor.Code,
        new("ตัวชี้หน้าใน “after” มาจากคำขออื่นหรือจากรุ่นข้อมูลอื่น", "The cursor in “after” comes from another query or another release."),
        new("เริ่มใหม่จากหน้าแรกโดยไม่ใส่ after และอย่าเปลี่ยนเงื่อนไขหรือลำดับระหว่างหน้า", "Start again from the first page, without after, and keep filters and order the same from page to page."))
    {
        Parameter = "after",
    };

    /// <summary>The form that a value of a column's type is written in.</summary>
    public static LocalText Wanted(ColumnType type) => type switch
    {
        ColumnType.Integer => new("จำนวนเต็ม เช่น -12", "a whole number such as -12"),
        ColumnType.Number => new("ตัวเลข เช่น 12.5", "a number such as 12.5"),
        ColumnType.Decimal => new("เลขทศนิยม เช่น 12.50", "a decimal number such as 12.50"),
        ColumnType.Boolean => new(" true หรือ false", "true or false"),
        ColumnType.Date => new("วันที่ ค.ศ. เช่น 2026-01-31", "a date (C.E.) such as 2026-01-31"),
        ColumnType.DateTime => new("วันเวลา เช่น 2026-01-31T08:30:00+07:00", "a date and time such as 2026-01-31T08:30:00+07:00"),
        ColumnType.Time => new("เวลา เช่น 08:30 หรือ 08:30:00", "a time such as 08:30 or 08:30:00"),
        ColumnType.Year => new("ปีสี่หลัก เช่น 2026", "a year of four digits such as 2026"),
        _ => new("ข้อความที่ไม่มีอักขระ NUL", "text without the NUL character"),
    };

    /// <summary>What an operator asks of a value.</summary>
    public static LocalText Meaning(FilterOperator filterOperator) => filterOperator switch
    {
        FilterOperator.Eq => new("เท่ากับ", "equal to"),
        FilterOperator.Neq => new("ไม่เท่ากับ", "not equal to"),
        FilterOperator.Gt => new("มากกว่า", "greater than"),
        FilterOperator.Gte => new("ไม่น้อยกว่า", "not less than"),
        FilterOperator.Lt => new("น้อยกว่า", "less than"),
        FilterOperator.Lte => new("ไม่มากกว่า", "not greater than"),
        FilterOperator.In => new("เป็นค่าใดค่าหนึ่งในรายการ", "one of a list"),
        FilterOperator.Nin => new("ไม่เป็นค่าใดในรายการ", "none of a list"),
        FilterOperator.Contains => new("มีข้อความ", "containing"),
        FilterOperator.StartsWith => new("ขึ้นต้นด้วย", "starting with"),
        FilterOperator.EndsWith => new("ลงท้ายด้วย", "ending with"),
        _ => new("ว่างหรือไม่", "whether it is empty"),
    };

    /// <summary>The type's name in Form 2.</summary>
    public static string TypeName(ColumnType type) => type.ToString().ToLowerInvariant();

    private static string Shown(string value) => ProblemTexts.Shown(value);
}
