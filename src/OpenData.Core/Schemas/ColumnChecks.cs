using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>What a schema cannot say of one column: that its constraints fit its type and each other.</summary>
internal sealed class ColumnChecks(JObject column, string pointer, FaultList faults)
{
    private readonly ColumnType? type = DictionaryTree.Type(FaultList.Text(column, "type"));
    private readonly string typeName = FaultList.Text(column, "type") ?? "";
    private readonly Calendar calendar = FaultList.Text(column, "calendar") == "buddhist" ? Calendar.Buddhist : Calendar.Gregorian;

    public void Check()
    {
        Bounds();
        Lengths();
        Pattern();
        CalendarFits();
        Codes();
    }

    private void Bounds()
    {
        var least = Bound("minimum");
        var greatest = Bound("maximum");
        if (least is not null && greatest is not null && least.CompareTo(greatest) > 0)
        {
            Crossed("minimum", "maximum");
        }
    }

    private IComparable? Bound(string name)
    {
        if (type is not { } known || column[name] is not JValue { Type: JTokenType.String or JTokenType.Integer or JTokenType.Float } given)
        {
            return null;
        }

        var at = JsonPointer.Member(pointer, name);
        if (!ColumnBound.AppliesTo(known))
        {
            faults.Add(
                "not-for-this-type",
                at,
                new($"“{name}” ใช้กับคอลัมน์ชนิด {typeName} ไม่ได้", $"“{name}” does not go with a column of type {typeName}."),
                new("ลบออก หรือใช้ minLength/maxLength, pattern หรือ codes แทน", "Remove it, or use minLength/maxLength, pattern or codes."));
            return null;
        }

        var text = DictionaryTree.Value(given, known)!;
        var value = ColumnBound.Read(text, known, calendar);
        if (value is null)
        {
            var label = DictionaryLabels.Of(known);
            var (eraTh, eraEn) = known is not (ColumnType.Date or ColumnType.DateTime or ColumnType.Year) ? ("", "") : calendar == Calendar.Buddhist ? (" พ.ศ.", " (B.E.)") : (" ค.ศ.", " (C.E.)");
            faults.Add(
                "bad-bound",
                at,
                new($"“{name}” มีค่า “{Quote.Cut(text)}” ซึ่งอ่านเป็น{label.Th}{eraTh}ไม่ได้", $"“{name}” is “{Quote.Cut(text)}”, which cannot be read as {typeName}{eraEn}."),
                new($"เขียนค่าของชนิด {typeName}{eraTh} เช่น {ColumnBound.Example(known, calendar)}", $"Write a value of type {typeName}{eraEn}, such as {ColumnBound.Example(known, calendar)}."));
        }

        return value;
    }

    private void Lengths()
    {
        var least = Length("minLength");
        var greatest = Length("maxLength");
        if (least > greatest)
        {
            Crossed("minLength", "maxLength");
        }
    }

    private long? Length(string name)
    {
        if (column[name] is not JValue { Type: JTokenType.Integer } given)
        {
            return null;
        }

        if (given.Value is long and <= int.MaxValue)
        {
            return (long)given;
        }

        faults.Add(
            "too-big",
            JsonPointer.Member(pointer, name),
            new($"“{name}” มีค่า {Quote.Value(given)} ซึ่งมากเกินไป", $"“{name}” is {Quote.Value(given)}, which is too much."),
            new($"ใช้ค่าไม่เกิน {int.MaxValue} หรือลบออกถ้าไม่จำกัดความยาว", $"Use at most {int.MaxValue}, or leave it out where the length has no limit."));
        return null;
    }

    private void Crossed(string least, string greatest) => faults.Add(
        "bounds-crossed",
        JsonPointer.Member(pointer, least),
        new($"“{least}” ({Quote.Value(column[least])}) มากกว่า “{greatest}” ({Quote.Value(column[greatest])})", $"“{least}” ({Quote.Value(column[least])}) is greater than “{greatest}” ({Quote.Value(column[greatest])})."),
        new($"สลับค่า หรือแก้ให้ {least} ไม่เกิน {greatest}", $"Swap them, or make {least} no greater than {greatest}."));

    private void Pattern()
    {
        if (FaultList.Text(column, "pattern") is not { Length: > 0 } given || Refusal(given) is not { } why)
        {
            return;
        }

        faults.Add(
            "bad-pattern",
            JsonPointer.Member(pointer, "pattern"),
            new($"ใช้ pattern “{Quote.Cut(given)}” ไม่ได้: {why.Th}", $"The pattern “{Quote.Cut(given)}” cannot be used: {why.En}"),
            new("แก้นิพจน์ปกติ เช่น [0-9]{5} สำหรับรหัสไปรษณีย์ หรือใช้ codes, minLength, maxLength แทน", "Mend the regular expression, e.g. [0-9]{5} for a postcode, or use codes, minLength or maxLength."));
    }

    private static LocalText? Refusal(string pattern)
    {
        if (pattern.Length > DocumentLimits.MaxPattern)
        {
            return new($"ยาวเกิน {DocumentLimits.MaxPattern} ตัวอักษร", $"it is longer than {DocumentLimits.MaxPattern} characters.");
        }

        try
        {
            _ = CellPattern.Read(pattern);
            return null;
        }
        catch (RegexParseException malformed)
        {
            return new($"เขียนผิดไวยากรณ์ที่ตำแหน่ง {malformed.Offset} ({malformed.Error})", $"its syntax is wrong at position {malformed.Offset} ({malformed.Error}).");
        }
        catch (NotSupportedException)
        {
            // Without backtracking every match takes time in step with the value: one hostile cell cannot stop the server.
            return new(
                "ใช้ lookahead, lookbehind, การอ้างกลับ หรือจำนวนซ้ำที่ใหญ่เกินไป ซึ่งอาจใช้เวลาตรวจไม่จำกัด",
                "it uses lookahead, lookbehind, a back-reference or too large a repetition, with which a match may take for ever.");
        }
    }

    private void CalendarFits()
    {
        if (type is not (null or ColumnType.Date or ColumnType.DateTime or ColumnType.Year) && FaultList.Text(column, "calendar") is { } given)
        {
            faults.Add(
                "not-for-this-type",
                JsonPointer.Member(pointer, "calendar"),
                new($"“calendar” ({Quote.Cut(given)}) ใช้กับคอลัมน์ชนิด {typeName} ไม่ได้", $"“calendar” ({Quote.Cut(given)}) does not go with a column of type {typeName}."),
                new("ลบ calendar ออก หรือเปลี่ยน type เป็น date, datetime หรือ year", "Remove it, or make the type date, datetime or year."));
        }
    }

    private void Codes()
    {
        if (column["codes"] is not JArray { Count: > 0 } codes)
        {
            return;
        }

        if (type is not (null or ColumnType.Code or ColumnType.Text or ColumnType.Integer))
        {
            faults.Add(
                "not-for-this-type",
                JsonPointer.Member(pointer, "codes"),
                new($"“codes” ใช้กับคอลัมน์ชนิด {typeName} ไม่ได้", $"“codes” does not go with a column of type {typeName}."),
                new("ลบ codes ออก หรือเปลี่ยน type เป็น code, text หรือ integer", "Remove it, or make the type code, text or integer."));
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < codes.Count; i++)
        {
            if (FaultList.Text(codes[i], "code") is { } code)
            {
                Code(code, seen.Add(code), JsonPointer.Member(JsonPointer.Element(JsonPointer.Member(pointer, "codes"), i), "code"));
            }
        }
    }

    private void Code(string code, bool isNew, string at)
    {
        if (!isNew)
        {
            faults.Add(
                "duplicate-code",
                at,
                new($"รหัส “{Quote.Cut(code)}” ถูกระบุซ้ำใน codes", $"The code “{Quote.Cut(code)}” is listed twice."),
                new("เก็บรหัสแต่ละค่าไว้เพียงครั้งเดียว", "List each code once."));
        }
        else if (type == ColumnType.Integer && !long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            faults.Add(
                "bad-code",
                at,
                new($"รหัส “{Quote.Cut(code)}” ไม่ใช่จำนวนเต็ม แต่คอลัมน์เป็นชนิด integer", $"The code “{Quote.Cut(code)}” is no whole number, but the column is of type integer."),
                new("แก้รหัสเป็นจำนวนเต็ม หรือเปลี่ยน type เป็น code", "Make the code a whole number, or the type code."));
        }
    }
}
