using OpenData.Schemas;
using OpenData.Server.Ckan.Actions;

namespace OpenData.Server.Ckan;

/// <summary>An action that is answered: its name, what it does, and who does it.</summary>
internal sealed record CkanAction(string Name, LocalText Help, Func<CkanCall, Task<CkanOutcome>> Run);

/// <summary>The actions, in the order of the manual. All of them only read.</summary>
internal static class ActionList
{
    public static readonly IReadOnlyList<CkanAction> All =
    [
        new("site_read", new("อ่านแค็ตตาล็อกได้หรือไม่: true", "Whether the catalog can be read: true."), SiteActions.ReadAsync),
        new("status_show", new("ชื่อ ที่อยู่ และรุ่นของแค็ตตาล็อก", "The catalog's title, address and version."), SiteActions.StatusAsync),
        new("help_show", new("คำอธิบายของ action — name", "What an action does — name."), SiteActions.HelpAsync),
        new("package_list", new("ชื่อชุดข้อมูลที่เผยแพร่ เรียงตามชื่อ — limit, offset", "The names of the published datasets, in order — limit, offset."), PackageActions.ListAsync),
        new("current_package_list_with_resources", new("ชุดข้อมูลทั้งรายการ ล่าสุดก่อน — limit, offset, page", "Whole datasets, the one that changed last first — limit, offset, page."), PackageActions.ListWholeAsync),
        new("package_show", new("ชุดข้อมูลหนึ่งรายการ — id (id หรือชื่อ), include_tracking", "One dataset — id (its id or name), include_tracking."), PackageActions.ShowAsync),
        new("package_search", new(
            "ค้นหาชุดข้อมูล — q, fq, fq_list, sort, rows (ไม่เกิน 1000), start, facet, facet.field, facet.limit, facet.mincount, fl, include_private, include_drafts, include_deleted",
            "Searches datasets — q, fq, fq_list, sort, rows (1000 at most), start, facet, facet.field, facet.limit, facet.mincount, fl, include_private, include_drafts, include_deleted."), SearchActions.SearchAsync),
        new("package_autocomplete", new("ชื่อชุดข้อมูลที่มีข้อความ — q, limit", "Datasets whose name or title contains a text — q, limit."), PackageActions.CompleteAsync),
        new("resource_show", new("ทรัพยากรหนึ่งรายการ — id", "One resource — id."), ResourceActions.ShowAsync),
        new("resource_search", new("ค้นหาทรัพยากร — query (field:term), order_by, offset, limit", "Searches resources — query (field:term), order_by, offset, limit."), ResourceActions.SearchAsync),
        new("resource_view_list", new("มุมมองของทรัพยากร: ไม่มี — id", "The views of a resource: none — id."), ResourceActions.ViewsAsync),
        new("organization_list", new("หน่วยงาน — all_fields, organizations, sort, limit, offset, q", "Organizations — all_fields, organizations, sort, limit, offset, q."), OrganizationActions.ListAsync),
        new("organization_show", new("หน่วยงานหนึ่งแห่ง — id, include_datasets", "One organization — id, include_datasets."), OrganizationActions.ShowAsync),
        new("group_list", new("กลุ่ม คือหน่วยงานที่มีหน่วยในสังกัด — all_fields, groups, sort, limit, offset, q", "Groups: organizations that have units — all_fields, groups, sort, limit, offset, q."), OrganizationActions.ListGroupsAsync),
        new("group_show", new("กลุ่มหนึ่งกลุ่ม — id, include_datasets", "One group — id, include_datasets."), OrganizationActions.ShowGroupAsync),
        new("tag_list", new("คำสำคัญ — query, all_fields", "Keywords — query, all_fields."), PackageActions.TagsAsync),
        new("license_list", new("สัญญาอนุญาต", "Licences."), SiteActions.LicensesAsync),
        new("user_list", new("รายชื่อผู้ใช้: ไม่เปิดเผย", "Users: not listed."), SiteActions.UsersAsync),
        new("datastore_search", new(
            "แถวข้อมูล — resource_id, filters, q, plain, fields, sort, distinct, limit (ไม่เกิน 32000), offset, include_total, records_format (objects, lists, csv, tsv), include_next_page",
            "Rows — resource_id, filters, q, plain, fields, sort, distinct, limit (32000 at most), offset, include_total, records_format (objects, lists, csv, tsv), include_next_page."), DatastoreActions.SearchAsync),
        new("datastore_info", new("คอลัมน์และขนาดของตาราง — id, include_meta, include_fields_schema", "The columns and size of a table — id, include_meta, include_fields_schema."), DatastoreActions.DescribeAsync),
        new("datastore_search_sql", new("ไม่รับ SQL: คำตอบบอกสิ่งที่ใช้แทน", "SQL is refused; the answer says what does the same."), SiteActions.SqlAsync),
    ];

    private static readonly Dictionary<string, CkanAction> ByName = All.ToDictionary(a => a.Name, StringComparer.Ordinal);

    public static CkanAction? Find(string name) => ByName.GetValueOrDefault(name);
}
