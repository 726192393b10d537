using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Files;

/// <summary>What the server says about uploads.</summary>
internal static class UploadTexts
{
    public static readonly Problem Missing = new(ProblemKinds.BadUpload, new LocalText(
        "ไม่มีไฟล์ในคำขอ ส่งเป็นเนื้อหาโดยตรง หรือเป็นส่วนชื่อ file ของ multipart/form-data",
        "There is no file in the request. Send it as the body, or as the part “file” of multipart/form-data."));

    public static readonly Problem BadForm = new(ProblemKinds.BadUpload, new LocalText(
        "อ่าน multipart/form-data ไม่ได้ เพราะไม่มี boundary ที่ถูกต้อง",
        "The multipart/form-data cannot be read: it has no valid boundary."));

    public static readonly Problem Cut = new(ProblemKinds.BadUpload, new LocalText(
        "ไฟล์ที่ส่งมาขาดกลางทาง หรือแบบฟอร์ม multipart ผิดรูปแบบ ส่งใหม่อีกครั้ง",
        "The upload ended early, or its multipart form is malformed. Send it again."));

    public static readonly Problem NotOurs = new(ProblemKinds.BadRequest, new LocalText(
        "แบบฟอร์มนี้ไม่ได้ส่งมาจากหน้าของเว็บไซต์นี้ หรือเปิดค้างไว้นานเกินไป เปิดหน้านี้ใหม่แล้วส่งอีกครั้ง",
        "The form was not sent by this site's own page, or the page was left open for too long. Open it again, and send it once more."));

    public static readonly Problem NoFile = new(ProblemKinds.BadUpload, new LocalText(
        "ยังไม่ได้เลือกไฟล์ เลือกไฟล์ CSV แล้วส่งอีกครั้ง",
        "No file was chosen. Choose a CSV file, and send it again."));

    public static Problem TooLarge(long limit) => new(ProblemKinds.TooLarge, new LocalText(
        $"ไฟล์ใหญ่เกิน {Web.FileSizes.Of(limit)} ซึ่งเป็นขนาดที่รับได้ แบ่งเป็นหลายทรัพยากร เช่น ปีละไฟล์",
        $"The file is larger than the {Web.FileSizes.Of(limit)} that are taken here. Split it into several resources, such as one for each year."));

    public static readonly Problem DictionaryTooLarge = new(ProblemKinds.TooLarge, new LocalText(
        $"พจนานุกรมข้อมูลหรือหมายเหตุใหญ่เกิน {ServerLimits.DocumentBytes} ไบต์",
        $"The data dictionary, or the notes, is larger than {ServerLimits.DocumentBytes} bytes."));

    public static readonly Problem UrlEncoded = new(ProblemKinds.UnsupportedMediaType, new LocalText(
        "เนื้อหาเป็น application/x-www-form-urlencoded ซึ่งทำให้ไฟล์เปลี่ยนไป ใช้ curl -T ไฟล์ หรือ curl -F file=@ไฟล์ แทน -d",
        "The body is application/x-www-form-urlencoded, which changes files. Use curl -T FILE or curl -F file=@FILE in place of -d."));

    public static Problem UnknownPart(string name, bool takesDictionary)
    {
        var known = takesDictionary ? "file, dictionary" : "file, notes";
        return new Problem(ProblemKinds.BadUpload, new LocalText(
            $"ไม่รู้จักส่วน “{ProblemTexts.Shown(name)}” ของแบบฟอร์ม หรือส่งซ้ำ ใช้ได้อย่างละหนึ่งครั้ง: {known}",
            $"The part “{ProblemTexts.Shown(name)}” of the form is unknown or given twice. It may be, each once: {known}."))
        {
            Errors =
            [
                new ProblemError("unknown-part", new LocalText("ส่วนนี้ใช้ไม่ได้", "This part cannot be used."), new LocalText($"ใช้ได้: {known}", $"It may be: {known}."))
                {
                    Parameter = ProblemTexts.Shown(name),
                },
            ],
        };
    }
}
