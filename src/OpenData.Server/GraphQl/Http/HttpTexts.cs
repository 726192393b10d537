using OpenData.GraphQL;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.GraphQl.Http;

/// <summary>What the GraphQL addresses say of requests that they cannot take.</summary>
internal static class HttpTexts
{
    public static readonly HttpRefusal NotAcceptable = new(406, ProblemKinds.NotAcceptable.Code, new LocalText(
        "ตอบเป็นชนิดที่ขอใน Accept ไม่ได้ ใช้ application/graphql-response+json หรือ application/json",
        "Nothing that the Accept header takes can be given. Accept application/graphql-response+json or application/json."));

    public static readonly HttpRefusal EmptyBody = BadRequest(new(
        "คำขอไม่มีเนื้อหา ส่ง JSON เช่น {\"query\": \"{ __typename }\"}",
        "The request has no body. Send JSON such as {\"query\": \"{ __typename }\"}."));

    public static readonly HttpRefusal NoQuery = BadRequest(new(
        "คำขอไม่มี query ส่งเอกสาร GraphQL ใน query หรือ SHA-256 ของเอกสารใน extensions.persistedQuery",
        "The request has no “query”. Send a GraphQL document as “query”, or the SHA-256 of one in extensions.persistedQuery."));

    public static readonly HttpRefusal Batch = BadRequest(new(
        "ไม่รับหลายคำขอในอาร์เรย์เดียว ส่งทีละคำขอ หรือรวมหลายฟิลด์ไว้ในเอกสารเดียว",
        "Batches are not taken: the body is an array. Send one request each, or ask for several fields in one document."));

    public static readonly HttpRefusal NotObject = BadRequest(new(
        "เนื้อหาต้องเป็นออบเจ็กต์ JSON เช่น {\"query\": \"{ __typename }\"}",
        "The body must be a JSON object such as {\"query\": \"{ __typename }\"}."));

    public static readonly HttpRefusal MutationByGet = new(405, ProblemKinds.MethodNotAllowed.Code, new LocalText(
        "mutation ต้องส่งด้วย POST เพราะ GET มีไว้อ่านเท่านั้น",
        "A mutation must be sent by POST: GET only reads."));

    public static readonly HttpRefusal NotFound = new(200, "PERSISTED_QUERY_NOT_FOUND", new LocalText("PersistedQueryNotFound", "PersistedQueryNotFound")) { IsOfDocument = true };

    public static readonly HttpRefusal OtherVersion = BadRequest(new(
        "รับ extensions.persistedQuery เฉพาะ version เป็น 1 และ sha256Hash เป็นเลขฐานสิบหก 64 ตัว",
        "extensions.persistedQuery is only taken with version 1 and a sha256Hash of 64 hexadecimal digits."));

    public static readonly HttpRefusal OtherHash = BadRequest(new(
        "sha256Hash ไม่ใช่ SHA-256 ของ query ที่ส่งมาด้วยกัน คำนวณจากไบต์ UTF-8 ของเอกสารตามที่ส่ง",
        "The sha256Hash is not the SHA-256 of the query sent with it. Take it over the UTF-8 bytes of the document as sent."));

    public static HttpRefusal WrongType(string? given) => new(415, ProblemKinds.UnsupportedMediaType.Code, new LocalText(
        $"ส่งเป็น Content-Type: application/json แบบ UTF-8 โดยไม่บีบอัด (ได้รับ “{ProblemTexts.Shown(given ?? "")}”)",
        $"Send it as Content-Type: application/json in UTF-8, not compressed (it came as “{ProblemTexts.Shown(given ?? "")}”)."));

    public static HttpRefusal TooLarge(long bytes) => new(413, ProblemKinds.TooLarge.Code, new LocalText(
        $"คำขอมี {bytes} ไบต์ขึ้นไป รับได้ไม่เกิน {GraphQlServerLimits.RequestBytes} ไบต์",
        $"The request has {bytes} bytes or more; the most is {GraphQlServerLimits.RequestBytes}."))
    {
        Limit = new RefusedLimit("requestBytes", bytes, GraphQlServerLimits.RequestBytes),
    };

    public static HttpRefusal NotUtf8(int offset) => BadRequest(new(
        $"ไบต์ที่ {offset} ของคำขอไม่ใช่ UTF-8 บันทึกเป็น UTF-8 แล้วส่งใหม่",
        $"Byte {offset} of the request is not UTF-8. Encode it as UTF-8 and send it again."));

    public static HttpRefusal NotJson(long? line, long? column) => BadRequest(new(
        $"เนื้อหาไม่ใช่ JSON ที่ถูกต้อง ผิดที่บรรทัด {line + 1} ไบต์ที่ {column + 1} หรือซ้อนกันเกิน {GraphQlServerLimits.JsonDepth} ชั้น",
        $"The body is not valid JSON, or is nested deeper than {GraphQlServerLimits.JsonDepth}: line {line + 1}, byte {column + 1}."));

    public static readonly HttpRefusal LoneSurrogate = BadRequest(new(
        "คำขอมีรหัส \\uD800–\\uDFFF ที่ไม่เป็นคู่ จึงไม่เป็นอักขระใด เขียนอักขระนั้นเป็น UTF-8 หรือเป็นคู่รหัส",
        "The request has an escape \\uD800–\\uDFFF without its other half, which is no character. Write the character itself, or both halves."));

    public static HttpRefusal WrongParameter(string name, LocalText wanted) => BadRequest(new(
        $"“{name}” ต้องเป็น{wanted.Th}",
        $"“{name}” must be {wanted.En}."));

    public static HttpRefusal OfQuery(ProblemError fault) => BadRequest(new(
        $"{fault.Message.Th} {fault.Fix.Th}",
        $"{fault.Message.En} {fault.Fix.En}"));

    private static HttpRefusal BadRequest(LocalText message) => new(400, ProblemKinds.BadRequest.Code, message);
}
