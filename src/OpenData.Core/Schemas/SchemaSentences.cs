using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;

namespace OpenData.Schemas;

/// <summary>Makes the sentences for a value that does not obey its schema: the fault with the value, the remedy with what is allowed.</summary>
internal sealed class SchemaSentences(SchemaFile file, Func<string, string, LocalText?> labelOf)
{
    /// <summary>The code and sentences for an error of <paramref name="kind"/>; <paramref name="value"/> is null where the value is missing.</summary>
    public (string Code, LocalText Message, LocalText Fix) Say(ValidationErrorKind kind, string pointer, JToken? value)
    {
        var field = file.Field(pointer);
        var name = new FieldName(file, pointer);
        return kind switch
        {
            ValidationErrorKind.PropertyRequired => Missing(name, field),
            ValidationErrorKind.NoAdditionalPropertiesAllowed => Unknown(pointer),
            ValidationErrorKind.NotInEnumeration => NotInList(name, field, value),
            ValidationErrorKind.PatternMismatch => Pattern(name, field, value),
            ValidationErrorKind.StringTooShort => ("too-short", new($"{name.Th} ว่างเปล่า", $"{name.En} is empty."), new($"ใส่ข้อความใน {name.Th} หรือลบฟิลด์นี้ออก", $"Give {name.En} a text, or leave the field out.")),
            ValidationErrorKind.NumberTooSmall => Bound("too-small", name, value, "ต่ำกว่า", "less", "ไม่ต่ำกว่า", "at least", field?.Keyword("minimum")),
            ValidationErrorKind.NumberTooBig or ValidationErrorKind.IntegerTooBig => Bound("too-big", name, value, "สูงกว่า", "more", "ไม่เกิน", "at most", field?.Keyword("maximum")),
            ValidationErrorKind.TooFewItems => ("too-few-items", new($"{name.Th} ไม่มีรายการใดเลย", $"{name.En} holds nothing."), new($"ใส่อย่างน้อยหนึ่งรายการใน {name.Th}", $"Give {name.En} at least one item.")),
            ValidationErrorKind.TooFewProperties => ("too-few-items", new($"{name.Th} ไม่มีข้อความภาษาใดเลย", $"{name.En} holds no text in any language."), new("ใส่ข้อความในฟิลด์ “th” หรือ “en”", "Give a text in “th” or “en”.")),
            ValidationErrorKind.ItemsNotUnique => Repeated(name, value),
            ValidationErrorKind.DateExpected => Date(name, value),
            ValidationErrorKind.EmailExpected => ("bad-email", new($"{name.Th} มีค่า “{Quote.Value(value)}” ซึ่งไม่ใช่ที่อยู่อีเมล", $"{name.En} is “{Quote.Value(value)}”, which is no e-mail address."), Email(field)),
            ValidationErrorKind.UriExpected => ("bad-url", new($"{name.Th} มีค่า “{Quote.Value(value)}” ซึ่งไม่ใช่ที่อยู่เว็บแบบเต็ม", $"{name.En} is “{Quote.Value(value)}”, which is no full web address."), new("ใส่ที่อยู่เว็บแบบเต็มที่ขึ้นต้นด้วย https:// หรือ http://", "Give the full address, beginning with https:// or http://.")),
            _ => WrongType(name, field, value),
        };
    }

    private static (string Code, LocalText Message, LocalText Fix) Missing(FieldName name, SchemaField? field) => (
        "missing-field",
        new($"ไม่มีฟิลด์ {name.Th} ซึ่งจำเป็นต้องมี", $"The field {name.En} is missing; it is required."),
        new($"เพิ่มฟิลด์ {name.Th} เป็น{TypeNames.Thai(field)}", $"Add the field {name.En}: {TypeNames.English(field)}."));

    private (string Code, LocalText Message, LocalText Fix) Unknown(string pointer)
    {
        var given = JsonPointer.Segments(pointer)[^1];
        var allowed = file.Field(JsonPointer.Parent(pointer))?.Members ?? [];
        var near = Nearest.Of(given, allowed);
        return (
            "unknown-field",
            new($"ไม่รู้จักฟิลด์ “{Quote.Cut(given)}”", $"The field “{Quote.Cut(given)}” is not known."),
            near is null
                ? new($"ลบฟิลด์นี้ออก ฟิลด์ที่ใช้ได้คือ {Quote.List(allowed)}", $"Remove it. The fields allowed are {Quote.List(allowed)}.")
                : new($"หมายถึง “{near}” ใช่หรือไม่ ถ้าใช่ให้แก้ชื่อฟิลด์ ถ้าไม่ใช่ให้ลบออก", $"Did you mean “{near}”? Rename the field, or remove it."));
    }

    private (string Code, LocalText Message, LocalText Fix) NotInList(FieldName name, SchemaField? field, JToken? value)
    {
        var codes = field?.Codes ?? [];
        var near = value is JValue { Type: JTokenType.String } text ? Nearest.Of((string)text!, codes) : null;
        return (
            "not-in-code-list",
            new($"{name.Th} มีค่า “{Quote.Value(value)}” ซึ่งไม่อยู่ในรายการรหัส", $"{name.En} is “{Quote.Value(value)}”, which is not in the code list."),
            new(
                (near is null ? "" : $"หมายถึง “{near}” ใช่หรือไม่ ") + $"เลือกค่าใดค่าหนึ่งต่อไปนี้: {Listed(name.Field, codes, Language.Thai)}",
                (near is null ? "" : $"Did you mean “{near}”? ") + $"Choose one of these: {Listed(name.Field, codes, Language.English)}."));
    }

    private string Listed(string field, IReadOnlyList<string> codes, Language language) =>
        Quote.List([.. codes.Select(c => labelOf(field, c) is { } label ? $"{c} ({label.In(language)})" : c)]);

    private static (string Code, LocalText Message, LocalText Fix) Pattern(FieldName name, SchemaField? field, JToken? value) => (
        "pattern-mismatch",
        new($"{name.Th} มีค่า “{Quote.Value(value)}” ซึ่งไม่ตรงรูปแบบ", $"{name.En} is “{Quote.Value(value)}”, which does not have the right form."),
        PatternText.Of((string?)field?.Keyword("pattern") ?? ""));

    private static (string Code, LocalText Message, LocalText Fix) Bound(string code, FieldName name, JToken? value, string th, string en, string fixTh, string fixEn, JToken? bound)
    {
        var limit = bound?.ToString(Formatting.None) ?? "";
        return (
            code,
            new($"{name.Th} มีค่า {Quote.Value(value)} ซึ่ง{th} {limit}", $"{name.En} is {Quote.Value(value)}, which is {en} than {limit}."),
            new($"ใช้ค่า{fixTh} {limit}", $"Use a value of {fixEn} {limit}."));
    }

    private static (string Code, LocalText Message, LocalText Fix) Repeated(FieldName name, JToken? value)
    {
        var repeated = value is JArray items
            ? items.GroupBy(i => i.ToString(Formatting.None), StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"“{Quote.Value(g.First())}”").ToArray()
            : [];
        return (
            "duplicate-item",
            new($"{name.Th} มีรายการซ้ำ: {Quote.List(repeated)}", $"{name.En} holds the same item twice: {Quote.List(repeated)}."),
            new("เก็บแต่ละรายการไว้เพียงครั้งเดียว", "Keep each item once."));
    }

    private static (string Code, LocalText Message, LocalText Fix) Date(FieldName name, JToken? value)
    {
        var meant = value is JValue { Type: JTokenType.String } text ? DocumentFormats.Meant((string)text!)?.ToString("O", CultureInfo.InvariantCulture) : null;
        return (
            "bad-date",
            new($"{name.Th} มีค่า “{Quote.Value(value)}” ซึ่งไม่ใช่วันที่แบบ ปปปป-ดด-วว", $"{name.En} is “{Quote.Value(value)}”, which is no date written YYYY-MM-DD."),
            meant is null
                ? new("เขียนวันที่เป็นปี ค.ศ. เช่น 2024-01-31", "Write the date with a C.E. year, such as 2024-01-31.")
                : new($"เขียนเป็น {meant} (ปี ค.ศ.)", $"Write it {meant} (C.E.)."));
    }

    private static LocalText Email(SchemaField? field) => field?.Codes.Contains("unknown") == true
        ? new("ใส่อีเมล เช่น data@agency.go.th หรือคำว่า unknown ถ้าไม่ทราบ", "Give an address such as data@agency.go.th, or the word unknown.")
        : new("ใส่อีเมล เช่น data@agency.go.th", "Give an address such as data@agency.go.th.");

    private static (string Code, LocalText Message, LocalText Fix) WrongType(FieldName name, SchemaField? field, JToken? value)
    {
        var (th, en) = TypeNames.Given(value);
        return (
            "wrong-type",
            new($"{name.Th} เป็น{th} ({Quote.Value(value)}) แต่ต้องเป็น{TypeNames.Thai(field)}", $"{name.En} is {en} ({Quote.Value(value)}); it must be {TypeNames.English(field)}."),
            new($"เขียน {name.Th} เป็น{TypeNames.Thai(field)}", $"Write {name.En} as {TypeNames.English(field)}."));
    }
}
