using OpenData.Schemas;

namespace OpenData.Server.Ckan;

/// <summary>Sentences of ours within CKAN's answers; those that its clients compare stay as CKAN writes them.</summary>
internal static class CkanTexts
{
    public static LocalText Description { get; } = new("บัญชีข้อมูลเปิด", "Open data catalog");

    public static LocalText NoUsers { get; } = new("รายชื่อผู้ใช้ไม่เปิดเผย", "the users of this catalog are not listed");

    public static LocalText InvalidToken { get; } = new(
        "โทเค็นในส่วนหัว Authorization หรือ X-CKAN-API-Key ใช้ไม่ได้ (ผิด หมดอายุ หรือถูกเพิกถอน) ส่งโทเค็นที่ใช้ได้ หรือไม่ส่งเลยเพื่ออ่านข้อมูลที่เผยแพร่",
        "the token in Authorization or X-CKAN-API-Key is not valid (wrong, expired or revoked); send one that is, or none to read what is published");

    public static LocalText NoSql(string root) => new(
        $"เซิร์ฟเวอร์นี้ไม่รับ SQL ใช้ datastore_search (filters, q, fields, sort, distinct) หรือการรวมยอดที่ {root}/api/v1/data/{{dataset}}/{{resource}}/aggregate?group_by=...&select=count(),sum(...) หรือ GraphQL ที่ {root}/graphql",
        $"this server takes no SQL; use datastore_search (filters, q, fields, sort, distinct), or totals by {root}/api/v1/data/{{dataset}}/{{resource}}/aggregate?group_by=...&select=count(),sum(...), or GraphQL at {root}/graphql");
}
