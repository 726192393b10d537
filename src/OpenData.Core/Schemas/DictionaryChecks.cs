using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>What a schema cannot say of a data dictionary. Looks at whatever has the right shape, so that one fault does not hide another.</summary>
internal sealed class DictionaryChecks(JToken root, FaultList faults)
{
    private readonly List<(JObject Json, string Pointer)> columns = Elements(root, "", "columns");

    public void Check()
    {
        ColumnsAreNotTooMany();
        NamesAreUnique();
        HeadersAreUnique();
        foreach (var (json, pointer) in columns)
        {
            new ColumnChecks(json, pointer, faults).Check();
        }

        ColumnsExist((root as JObject)?["key"], "/key");
        foreach (var (json, pointer) in Elements(root, "", "references"))
        {
            ColumnsExist(json["columns"], JsonPointer.Member(pointer, "columns"));
            AsManyColumns(json, pointer);
        }
    }

    private void ColumnsAreNotTooMany()
    {
        if (columns.Count > DocumentLimits.MaxColumns)
        {
            faults.Add(
                "too-many-columns",
                "/columns",
                new($"มี {columns.Count} คอลัมน์ เกินกว่าที่จัดเก็บได้ คือ {DocumentLimits.MaxColumns} คอลัมน์", $"There are {columns.Count} columns; at most {DocumentLimits.MaxColumns} can be kept."),
                new("แยกตาราง หรือเก็บปีหรือเดือนเป็นแถวแทนคอลัมน์", "Split the table, or write years or months as rows instead of columns."));
        }
    }

    private void NamesAreUnique()
    {
        // GraphQL fields and SQL identifiers that differ in case only are taken for one another.
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (json, pointer) in columns)
        {
            if (FaultList.Text(json, "name") is { } name && !first.TryAdd(name, name))
            {
                faults.Add(
                    "duplicate-name",
                    JsonPointer.Member(pointer, "name"),
                    new($"ชื่อคอลัมน์ “{Quote.Cut(name)}” ซ้ำกับ “{Quote.Cut(first[name])}” (ไม่แยกตัวพิมพ์เล็กใหญ่)", $"The column name “{Quote.Cut(name)}” is the same as “{Quote.Cut(first[name])}” (case does not tell names apart)."),
                    new("ตั้งชื่อคอลัมน์ให้ต่างกัน", "Give each column a name of its own."));
            }
        }
    }

    private void HeadersAreUnique()
    {
        var headers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (json, pointer) in columns)
        {
            var own = FaultList.Text(json, "header");
            if ((own ?? FaultList.Text(json, "name"))?.Trim() is not { } header || headers.Add(header))
            {
                continue;
            }

            var at = JsonPointer.Member(pointer, own is null ? "name" : "header");
            if (!faults.Has(at))
            {
                faults.Add(
                    "duplicate-header",
                    at,
                    new($"หัวคอลัมน์ “{Quote.Cut(header)}” ซ้ำกับคอลัมน์อื่น", $"The header “{Quote.Cut(header)}” is another column's, too."),
                    new("แก้หัวคอลัมน์ในไฟล์ข้อมูลและใน header ให้ไม่ซ้ำกัน", "Make the headers differ, in the data file and here."));
            }
        }
    }

    private void ColumnsExist(JToken? names, string pointer)
    {
        if (names is not JArray given)
        {
            return;
        }

        var known = columns.Select(c => FaultList.Text(c.Json, "name")).OfType<string>().ToArray();
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i] is JValue { Value: string name } && !known.Contains(name, StringComparer.Ordinal))
            {
                var near = Nearest.Of(name, known);
                faults.Add(
                    "unknown-column",
                    JsonPointer.Element(pointer, i),
                    new($"ไม่มีคอลัมน์ชื่อ “{Quote.Cut(name)}” ใน columns", $"There is no column called “{Quote.Cut(name)}”."),
                    near is null
                        ? new($"ใช้ชื่อคอลัมน์ต่อไปนี้: {Quote.List(known)}", $"Use one of these: {Quote.List(known)}.")
                        : new($"หมายถึง “{near}” ใช่หรือไม่", $"Did you mean “{near}”?"));
            }
        }
    }

    private void AsManyColumns(JObject reference, string pointer)
    {
        if (reference["columns"] is JArray columnsHere && reference["to"] is JArray columnsThere && columnsHere.Count != columnsThere.Count)
        {
            faults.Add(
                "reference-length",
                JsonPointer.Member(pointer, "to"),
                new($"การอ้างอิงมี {columnsHere.Count} คอลัมน์ต้นทาง แต่มี {columnsThere.Count} คอลัมน์ปลายทาง", $"The reference has {columnsHere.Count} columns here but {columnsThere.Count} there."),
                new("ใส่ชื่อใน columns และ to ให้มีจำนวนเท่ากันและเรียงคู่กัน", "Give columns and to the same number of names, in the same order."));
        }
    }

    private static List<(JObject Json, string Pointer)> Elements(JToken root, string pointer, string name)
    {
        var at = JsonPointer.Member(pointer, name);
        return (root as JObject)?[name] is JArray array
            ? [.. array.Select((e, i) => (e as JObject, JsonPointer.Element(at, i))).Where(e => e.Item1 is not null).Select(e => (e.Item1!, e.Item2))]
            : [];
    }
}
