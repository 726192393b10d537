using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Datasets;

/// <summary>What the server says about forms, dictionaries and their registration.</summary>
internal static class DatasetTexts
{
    public static readonly LocalText SlugForm = new("ชื่อย่อ a-z 0-9 _ - ไม่เกิน 70 ตัว", "a short name of a-z 0-9 _ - of at most 70 characters");

    public static Problem NoDictionary(string dataset, string resource) => new(ProblemKinds.NoDictionary, new LocalText(
        $"ทรัพยากร “{resource}” ยังไม่มีพจนานุกรมข้อมูล ส่งก่อนด้วย PUT /api/v1/datasets/{dataset}/resources/{resource}/dictionary",
        $"The resource “{resource}” has no data dictionary yet. Give one first: PUT /api/v1/datasets/{dataset}/resources/{resource}/dictionary."));

    public static Problem AlreadyExists(string name) => new(ProblemKinds.AlreadyExists, new LocalText(
        $"มีชุดข้อมูลชื่อ “{name}” แล้ว แก้ไขด้วย PUT /api/v1/datasets/{name}",
        $"There is a dataset “{name}” already. Change it by PUT /api/v1/datasets/{name}."));

    public static Problem Changed(string name) => new(ProblemKinds.Changed, new LocalText(
        $"ชุดข้อมูล “{name}” ถูกแก้ไขไปแล้วหลังจากที่ท่านอ่าน อ่านใหม่แล้วแก้อีกครั้ง",
        $"The dataset “{name}” was changed since you read it. Read it again and repeat your change."));

    public static Problem OtherName(string path, string form) => new(ProblemKinds.InvalidDocument, new LocalText(
        $"ที่อยู่เป็นชุดข้อมูล “{ProblemTexts.Shown(path)}” แต่แบบฟอร์มเป็น “{ProblemTexts.Shown(form)}”",
        $"The address names the dataset “{ProblemTexts.Shown(path)}”, the form “{ProblemTexts.Shown(form)}”."))
    {
        Errors =
        [
            new ProblemError("other-name", new LocalText("name ไม่ตรงกับที่อยู่", "name differs from the address."), new LocalText("ใช้ชื่อเดียวกัน ชื่อชุดข้อมูลเปลี่ยนไม่ได้", "Use the same; a dataset's name does not change."))
            {
                Pointer = "/name",
            },
        ],
    };

    public static Problem UnknownOwner(string owner) => new(ProblemKinds.InvalidDocument, new LocalText(
        $"ยังไม่มีหน่วยงานชื่อ “{ProblemTexts.Shown(owner)}”",
        $"There is no organization “{ProblemTexts.Shown(owner)}” yet."))
    {
        Errors =
        [
            new ProblemError(
                ProblemKinds.UnknownOrganization.Code,
                new LocalText($"owner_org “{ProblemTexts.Shown(owner)}” ยังไม่ได้ลงทะเบียน", $"owner_org “{ProblemTexts.Shown(owner)}” is not registered."),
                new LocalText("เขียน owner_org เป็น { \"name\", \"title\" } เพื่อลงทะเบียนหน่วยงานไปพร้อมกัน", "Write owner_org as { \"name\", \"title\" } to register the organization along with the dataset."))
            {
                Pointer = "/owner_org",
            },
        ],
    };

    public static Problem NotJson(string? given) => new(ProblemKinds.UnsupportedMediaType, new LocalText(
        $"ส่งเป็น Content-Type: application/json (ได้รับ “{ProblemTexts.Shown(given ?? "")}”)",
        $"Send it as Content-Type: application/json (it came as “{ProblemTexts.Shown(given ?? "")}”)."));

    public static readonly Problem NotUtf8 = new(ProblemKinds.BadRequest, new LocalText(
        "เอกสารไม่ใช่ข้อความ UTF-8 ที่ถูกต้อง บันทึกเป็น UTF-8 แล้วส่งใหม่",
        "The document is not valid UTF-8. Save it as UTF-8 and send it again."));
}
