using OpenData.GraphQL.Types;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>A code of a code list, as the catalog shows it.</summary>
/// <param name="List">The list, or the field that uses it.</param>
/// <param name="Code">The code.</param>
internal sealed record TermNode(string List, string Code);

/// <summary>Texts for people: always an object of both languages, never an argument, so that one answer serves readers of both.</summary>
internal static class TextTypes
{
    public static ObjectType LocalText() => new("LocalText", new[]
    {
        Fields.Of<LocalText>("th", "String", "ภาษาไทย · In Thai.", text => text.Th),
        Fields.Of<LocalText>("en", "String", "ภาษาอังกฤษ · In English.", text => text.En),
    })
    {
        Description = "ข้อความภาษาไทยและภาษาอังกฤษ · A text in Thai, in English, or in both.",
    };

    public static ObjectType Term() => new("Term", new[]
    {
        Fields.Of<TermNode>("code", "String!", "รหัสที่ไม่เปลี่ยน · The stable code.", term => term.Code),
        Fields.Text<TermNode>("label", "ความหมาย · What it means.", term => CodeLists.Label(term.List, term.Code) ?? new LocalText(term.Code, term.Code), required: true),
    })
    {
        Description = "ค่าหนึ่งในรายการรหัสของแบบฟอร์ม 1 · A value of a code list of Form 1.",
    };
}
