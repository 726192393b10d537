using OpenData.Schemas;

namespace OpenData.Server.Rest.Problems;

/// <summary>A refusal by its stable code.</summary>
/// <param name="Status">The HTTP status it answers with.</param>
/// <param name="Code">A stable kebab-case code.</param>
/// <param name="Title">The refusal in a few words.</param>
internal sealed record ProblemKind(int Status, string Code, LocalText Title);

/// <summary>Every refusal of this server; the help page lists them from here.</summary>
internal static class ProblemKinds
{
    public static readonly ProblemKind InvalidQuery = Kind(400, "invalid-query", "คำขอมีพารามิเตอร์ที่ไม่ถูกต้อง", "The query has faults");
    public static readonly ProblemKind UnknownParameter = Kind(400, "unknown-parameter", "ไม่รู้จักพารามิเตอร์", "Unknown parameter");
    public static readonly ProblemKind DuplicateParameter = Kind(400, "duplicate-parameter", "พารามิเตอร์ซ้ำ", "Parameter given twice");
    public static readonly ProblemKind ConflictingParameters = Kind(400, "conflicting-parameters", "พารามิเตอร์ขัดกัน", "Parameters that exclude each other");
    public static readonly ProblemKind TooManyParameters = Kind(400, "too-many-parameters", "พารามิเตอร์มากเกินไป", "Too many parameters");
    public static readonly ProblemKind MalformedQuery = Kind(400, "malformed-query", "อ่านคำขอไม่ได้", "The query string cannot be read");
    public static readonly ProblemKind UnknownColumn = Kind(400, "unknown-column", "ไม่มีคอลัมน์นี้", "Unknown column");
    public static readonly ProblemKind UnknownOperator = Kind(400, "unknown-operator", "ไม่รู้จักตัวดำเนินการ", "Unknown operator");
    public static readonly ProblemKind OperatorNotForType = Kind(400, "operator-not-for-type", "ตัวดำเนินการไม่เข้ากับชนิดข้อมูล", "Operator does not fit the column's type");
    public static readonly ProblemKind InvalidValue = Kind(400, "invalid-value", "ค่าไม่ถูกต้อง", "Invalid value");
    public static readonly ProblemKind InvalidCursor = Kind(400, "invalid-cursor", "อ่านตัวชี้หน้าไม่ได้", "The cursor cannot be read");
    public static readonly ProblemKind StaleCursor = Kind(400, "stale-cursor", "ตัวชี้หน้าใช้กับคำขอนี้ไม่ได้", "The cursor belongs to another query or release");
    public static readonly ProblemKind NoCoordinates = Kind(400, "no-coordinates", "ตารางนี้ไม่มีพิกัด", "The table has no coordinates");
    public static readonly ProblemKind TooManyRows = Kind(400, "too-many-rows", "รูปแบบนี้เก็บแถวได้ไม่พอ", "More rows than the format holds");
    public static readonly ProblemKind BadRequest = Kind(400, "bad-request", "คำขอไม่ถูกต้อง", "The request cannot be understood");
    public static readonly ProblemKind BadUpload = Kind(400, "bad-upload", "ไฟล์ที่ส่งมาไม่ครบหรือผิดรูปแบบ", "The upload is incomplete or malformed");
    public static readonly ProblemKind SchemaTooLarge = Kind(400, "schema-too-large", "สคีมาใหญ่เกินกว่าจะแสดงทั้งหมด", "The schema is too large to list");
    public static readonly ProblemKind TokenRequired = Kind(401, "token-required", "ต้องใช้โทเค็น", "A token is required");
    public static readonly ProblemKind InvalidToken = Kind(401, "invalid-token", "โทเค็นไม่ถูกต้อง", "The token is not valid");
    public static readonly ProblemKind WritingIsOff = Kind(403, "writing-is-off", "เซิร์ฟเวอร์นี้ยังไม่เปิดรับการแก้ไข", "Writing is not configured");
    public static readonly ProblemKind Forbidden = Kind(403, "forbidden", "ไม่มีสิทธิ์", "You may not do this");
    public static readonly ProblemKind TwoPeople = Kind(403, "two-people", "ผู้ส่งกับผู้อนุมัติต้องเป็นคนละคน", "It takes two people");
    public static readonly ProblemKind NotFound = Kind(404, "not-found", "ไม่พบหน้านี้", "Nothing is here");
    public static readonly ProblemKind UnknownDataset = Kind(404, "unknown-dataset", "ไม่พบชุดข้อมูล", "Unknown dataset");
    public static readonly ProblemKind UnknownResource = Kind(404, "unknown-resource", "ไม่พบทรัพยากร", "Unknown resource");
    public static readonly ProblemKind UnknownRelease = Kind(404, "unknown-release", "ไม่พบรุ่นข้อมูล", "Unknown release");
    public static readonly ProblemKind UnknownRow = Kind(404, "unknown-row", "ไม่พบแถว", "Unknown row");
    public static readonly ProblemKind UnknownOrganization = Kind(404, "unknown-organization", "ไม่พบหน่วยงาน", "Unknown organization");
    public static readonly ProblemKind UnknownFormat = Kind(404, "unknown-format", "ไม่มีรูปแบบนี้", "Unknown format");
    public static readonly ProblemKind UnknownRule = Kind(404, "unknown-rule", "ไม่มีกฎนี้", "Unknown rule");
    public static readonly ProblemKind NoReport = Kind(404, "no-report", "ยังไม่มีรายงาน", "There is no report");
    public static readonly ProblemKind MethodNotAllowed = Kind(405, "method-not-allowed", "ใช้วิธีเรียกนี้ไม่ได้", "Method not allowed");
    public static readonly ProblemKind NotAcceptable = Kind(406, "not-acceptable", "ไม่มีรูปแบบที่ขอ", "No format that you accept");
    public static readonly ProblemKind AlreadyExists = Kind(409, "already-exists", "มีชุดข้อมูลชื่อนี้แล้ว", "The dataset exists already");
    public static readonly ProblemKind NoDictionary = Kind(409, "no-dictionary", "ยังไม่มีพจนานุกรมข้อมูล", "There is no data dictionary");
    public static readonly ProblemKind AlreadyCurrent = Kind(409, "already-current", "รุ่นนี้ให้บริการอยู่แล้ว", "The release answers already");
    public static readonly ProblemKind OriginalLost = Kind(409, "original-lost", "ไฟล์ต้นฉบับหายหรือไม่ใช่ไฟล์เดิม", "The original is gone or is another file");
    public static readonly ProblemKind WrongState = Kind(409, "wrong-state", "สถานะของชุดข้อมูลไม่รับขั้นตอนนี้", "Not in this state");
    public static readonly ProblemKind AlreadyDecided = Kind(409, "already-decided", "พิจารณาไปแล้ว", "It was decided already");
    public static readonly ProblemKind Withdrawn = Kind(410, "withdrawn", "ชุดข้อมูลถูกถอนแล้ว", "The dataset was withdrawn");
    public static readonly ProblemKind Changed = Kind(412, "changed-in-between", "ข้อมูลถูกแก้ไปแล้ว", "It was changed in between");
    public static readonly ProblemKind TooLarge = Kind(413, "too-large", "ไฟล์ใหญ่เกินไป", "The body is too large");
    public static readonly ProblemKind UnsupportedMediaType = Kind(415, "unsupported-media-type", "ไม่รับชนิดเนื้อหานี้", "Unsupported media type");
    public static readonly ProblemKind RangeNotSatisfiable = Kind(416, "range-not-satisfiable", "ช่วงที่ขออยู่นอกไฟล์", "The range lies outside the file");
    public static readonly ProblemKind DoesNotComply = Kind(422, "does-not-comply", "ไฟล์ไม่ผ่านเกณฑ์", "The file does not comply");
    public static readonly ProblemKind InvalidDocument = Kind(422, "invalid-document", "เอกสารไม่ถูกต้อง", "The document has faults");
    public static readonly ProblemKind GateClosed = Kind(422, "gate-closed", "ยังเผยแพร่ไม่ได้", "It cannot be published yet");
    public static readonly ProblemKind VersionRequired = Kind(428, "version-required", "ต้องบอกว่าแก้จากฉบับใด", "Say which version you change");
    public static readonly ProblemKind TooManyRequests = Kind(429, "too-many-requests", "ส่งคำขอบ่อยเกินไป", "Too many requests");
    public static readonly ProblemKind Fault = Kind(500, "internal-error", "เซิร์ฟเวอร์ขัดข้อง", "The server failed");
    public static readonly ProblemKind NotReady = Kind(503, "not-ready", "เซิร์ฟเวอร์ยังไม่พร้อม", "The server is not ready");

    /// <summary>All of them, by status.</summary>
    public static readonly IReadOnlyList<ProblemKind> All =
    [
        InvalidQuery, UnknownParameter, DuplicateParameter, ConflictingParameters, TooManyParameters, MalformedQuery,
        UnknownColumn, UnknownOperator, OperatorNotForType, InvalidValue, InvalidCursor, StaleCursor, NoCoordinates, TooManyRows, BadRequest, BadUpload, SchemaTooLarge,
        TokenRequired, InvalidToken, WritingIsOff, Forbidden, TwoPeople,
        NotFound, UnknownDataset, UnknownResource, UnknownRelease, UnknownRow, UnknownOrganization, UnknownFormat, UnknownRule, NoReport,
        MethodNotAllowed, NotAcceptable, AlreadyExists, NoDictionary, AlreadyCurrent, OriginalLost, WrongState, AlreadyDecided, Withdrawn, Changed, TooLarge,
        UnsupportedMediaType, RangeNotSatisfiable, DoesNotComply, InvalidDocument, GateClosed, VersionRequired, TooManyRequests, Fault, NotReady,
    ];

    /// <summary>The refusal called <paramref name="code"/>, or null.</summary>
    public static ProblemKind? Find(string code) => All.FirstOrDefault(k => k.Code == code);

    /// <summary>The refusal that a bare status stands for.</summary>
    public static ProblemKind OfStatus(int status) => status switch
    {
        401 => TokenRequired,
        403 => WritingIsOff,
        404 => NotFound,
        405 => MethodNotAllowed,
        406 => NotAcceptable,
        413 => TooLarge,
        415 => UnsupportedMediaType,
        416 => RangeNotSatisfiable,
        429 => TooManyRequests,
        503 => NotReady,
        >= 500 => Fault,
        _ => BadRequest with { Status = status },
    };

    private static ProblemKind Kind(int status, string code, string th, string en) => new(status, code, new LocalText(th, en));
}
