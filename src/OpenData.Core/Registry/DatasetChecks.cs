using Newtonsoft.Json.Linq;
using OpenData.Schemas;

namespace OpenData.Registry;

/// <summary>What a schema cannot say of Form 1. Looks at whatever has the right shape, so that one fault does not hide another.</summary>
internal sealed class DatasetChecks(JObject form, FaultList faults)
{
    private readonly string? dataType = CodeLists.Find("data_type", FaultList.Text(form, "data_type"))?.Code;

    public void Check()
    {
        Fields(form, "");
        Interval();
        Classification();
        BoundingBox();
        Years(form, "", "first_year_of_data", "last_year_of_data");
        Resources();
    }

    private void Fields(JObject json, string pointer)
    {
        foreach (var property in json.Properties())
        {
            var at = JsonPointer.Member(pointer, property.Name);
            if (SchemaFile.Dataset.Field(at) is not { } field)
            {
                continue;
            }

            Applies(at, field);
            Other(json, property, at);
            BuddhistYear(at, field, property);
        }

        OthersAreExplained(json, pointer);
    }

    private void Applies(string at, SchemaField field)
    {
        if (dataType is null || field.Json["x-applies-to"] is not JArray applies || applies.Any(a => (string?)a == dataType))
        {
            return;
        }

        var name = new FieldName(SchemaFile.Dataset, at);
        var mine = CodeLists.Label("data_type", dataType)!;
        var theirs = applies.Select(a => CodeLists.Find("data_type", (string?)a)!).ToArray();
        var th = string.Join(", ", theirs.Select(t => $"{t.Label.Th} ({t.Code})"));
        var en = string.Join(", ", theirs.Select(t => $"{t.Label.En} ({t.Code})"));
        faults.Add(
            "not-for-this-type",
            at,
            new($"{name.Th} ใช้กับชุดข้อมูลประเภท {mine.Th} ไม่ได้ ใช้ได้กับ {th} เท่านั้น", $"{name.En} does not belong to a dataset of type {mine.En}, only to {en}."),
            new($"ลบ {name.Th} ออก หรือแก้ data_type ถ้าเลือกประเภทผิด", $"Remove {name.En}, or mend data_type if the type is wrong."));
    }

    /// <summary>Free text for "other" is refused where "other" was not chosen: a catalog would never show it.</summary>
    private void Other(JObject json, JProperty property, string at)
    {
        if (!property.Name.EndsWith("_other", StringComparison.Ordinal) || faults.Has(at) || IsOther(json[property.Name[..^"_other".Length]]))
        {
            return;
        }

        var choice = property.Name[..^"_other".Length];
        faults.Add(
            "other-not-chosen",
            at,
            new($"มีข้อความใน “{property.Name}” แต่ “{choice}” ไม่ได้เลือก other (อื่นๆ)", $"There is a text in “{property.Name}”, but “{choice}” is not “other”."),
            new($"ลบ “{property.Name}” ออก หรือเลือก other ใน “{choice}”", $"Remove “{property.Name}”, or choose “other” in “{choice}”."));
    }

    private void OthersAreExplained(JObject json, string pointer)
    {
        foreach (var property in json.Properties().Where(p => IsOther(p.Value)))
        {
            var text = property.Name + "_other";
            var at = JsonPointer.Member(pointer, text);
            if (json[text] is null && SchemaFile.Dataset.Field(at) is not null)
            {
                faults.Add(
                    "other-not-explained",
                    at,
                    new($"“{property.Name}” เลือก other (อื่นๆ) แต่ไม่ได้ระบุใน “{text}”", $"“{property.Name}” is “other”, but “{text}” does not say what."),
                    new($"เพิ่มฟิลด์ “{text}” อธิบายว่าเป็นอะไร", $"Add the field “{text}” and say what it is."),
                    near: JsonPointer.Member(pointer, property.Name));
            }
        }
    }

    private static bool IsOther(JToken? choice) => choice switch
    {
        JArray several => several.Any(IsOther),
        JValue { Value: "other" } => true,
        _ => false,
    };

    private void BuddhistYear(string at, SchemaField field, JProperty property)
    {
        var name = new FieldName(SchemaFile.Dataset, at);
        if ((string?)field.Json["format"] == "date" && property.Value is JValue { Value: string text } && DocumentFormats.Date(text) is { Buddhist: true } date)
        {
            Buddhist(at, name, text, date.Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        }
        else if (property.Name.EndsWith("_year_of_data", StringComparison.Ordinal) && property.Value is JValue { Value: long year and > DocumentFormats.FirstBuddhistYear and < 3000 })
        {
            faults.Withdraw(at, "too-big");
            Buddhist(at, name, $"{year}", $"{year - DocumentFormats.BuddhistOffset}");
        }
    }

    private void Buddhist(string at, FieldName name, string given, string common) => faults.Add(
        "buddhist-year",
        at,
        new($"{name.Th} มีค่า {given} ซึ่งเป็นปี พ.ศ. แต่แบบฟอร์มใช้ปี ค.ศ.", $"{name.En} is {given}, a year of the Buddhist era; the form wants C.E."),
        new($"เขียนเป็น {common}", $"Write {common}."));

    private void Interval()
    {
        if (form["update_frequency_interval"] is JValue { Type: JTokenType.Integer } interval && interval.Value is not (long and <= int.MaxValue))
        {
            faults.Add(
                "too-big",
                "/update_frequency_interval",
                new($"“update_frequency_interval” มีค่า {Quote.Value(interval)} ซึ่งมากเกินไป", $"“update_frequency_interval” is {Quote.Value(interval)}, which is too much."),
                new("ใส่จำนวนรอบ เช่น 1", "Give a number of cycles, such as 1."));
        }
    }

    private void Classification()
    {
        if (FaultList.Text(form, "data_category") is not { } category || FaultList.Text(form, "data_classification") is not { } given
            || CodeLists.Find("data_classification", given) is null || CodeLists.ClassificationsOf(category) is not { Count: > 0 } allowed || allowed.Contains(given))
        {
            return;
        }

        var label = CodeLists.Label("data_category", category)!;
        var th = string.Join(", ", allowed.Select(a => $"{a} ({CodeLists.Label("data_classification", a)!.Th})"));
        var en = string.Join(", ", allowed.Select(a => $"{a} ({CodeLists.Label("data_classification", a)!.En})"));
        var chosen = CodeLists.Label("data_classification", given)!;
        faults.Add(
            "classification-not-allowed",
            "/data_classification",
            new($"ระดับชั้นข้อมูล “{given}” ({chosen.Th}) ใช้กับหมวดหมู่ {label.Th} ไม่ได้", $"The classification “{given}” ({chosen.En}) does not go with the category {label.En}."),
            new($"เลือก {th} หรือแก้ data_category", $"Choose {en}, or mend data_category."));
    }

    private void BoundingBox()
    {
        string[] edges = ["west_bound_longitude", "east_bound_longitude", "north_bound_longitude", "south_bound_longitude"];
        var missing = edges.Where(e => form[e] is null).ToArray();
        if (missing.Length is > 0 and < 4)
        {
            faults.Add(
                "bounding-box-incomplete",
                JsonPointer.Member("", edges.First(e => form[e] is not null)),
                new($"กรอบพื้นที่ไม่ครบสี่ด้าน ขาด {string.Join(", ", missing)}", $"The bounding box lacks {string.Join(", ", missing)}."),
                new("ใส่ให้ครบทั้งสี่ด้าน หรือลบออกทั้งหมด", "Give all four edges, or none."));
        }

        Edges("west_bound_longitude", "east_bound_longitude");
        Edges("south_bound_longitude", "north_bound_longitude");
    }

    private void Edges(string least, string greatest)
    {
        if (Number(least) is { } from && Number(greatest) is { } to && from > to)
        {
            faults.Add(
                "bounds-crossed",
                JsonPointer.Member("", least),
                new($"“{least}” ({Quote.Value(form[least])}) มากกว่า “{greatest}” ({Quote.Value(form[greatest])})", $"“{least}” ({Quote.Value(form[least])}) is greater than “{greatest}” ({Quote.Value(form[greatest])})."),
                new("สลับสองค่านี้", "Swap the two."));
        }
    }

    private decimal? Number(string name) => form[name] is JValue { Type: JTokenType.Integer or JTokenType.Float, Value: long or decimal } value ? (decimal)value : null;

    private void Years(JObject json, string pointer, string first, string last)
    {
        if (json[first] is JValue { Value: long from } && json[last] is JValue { Value: long to } && from > to)
        {
            faults.Add(
                "bounds-crossed",
                JsonPointer.Member(pointer, first),
                new($"ปีแรก ({from}) อยู่หลังปีล่าสุด ({to})", $"The first year ({from}) is after the last ({to})."),
                new("สลับสองปีนี้ หรือแก้ปีที่ผิด", "Swap the two years, or mend the wrong one."));
        }
    }

    private void Resources()
    {
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var resources = form["resources"] as JArray ?? [];
        for (var i = 0; i < resources.Count; i++)
        {
            if (resources[i] is not JObject resource)
            {
                continue;
            }

            var pointer = JsonPointer.Element("/resources", i);
            Fields(resource, pointer);
            Years(resource, pointer, "resource_first_year_of_data", "resource_last_year_of_data");
            if (FaultList.Text(resource, "key") is { } key && !keys.Add(key))
            {
                faults.Add(
                    "duplicate-resource",
                    JsonPointer.Member(pointer, "key"),
                    new($"มีทรัพยากรที่ใช้ key “{Quote.Cut(key)}” แล้ว", $"Another resource has the key “{Quote.Cut(key)}” already."),
                    new("ตั้ง key ของแต่ละทรัพยากรให้ไม่ซ้ำกัน", "Give each resource a key of its own."));
            }
        }
    }
}
