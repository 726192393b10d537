using Microsoft.OpenApi;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Ckan;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Rows;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>Parts of a document that its operations share: headers, refusals, ways to say who asks. Each is put there when it is first used.</summary>
internal sealed class SharedParts(OpenApiDocument document, Language language)
{
    private const string ProblemType = "application/problem+json";

    private static readonly Dictionary<string, (LocalText Text, Func<OpenApiSchema> Schema)> Headers = new(StringComparer.Ordinal)
    {
        ["ETag"] = (new("ตัวระบุของคำตอบ ใช้กับ If-None-Match และ If-Match", "What tells this answer from others, for If-None-Match and If-Match."), () => Shape.Text),
        ["Last-Modified"] = (new("เวลาที่เปลี่ยนล่าสุด", "When it changed last."), () => Shape.Text),
        ["Link"] = (new("หน้าถัดไป (rel=\"next\") และที่อยู่อื่น (RFC 8288)", "The next page (rel=\"next\") and other addresses (RFC 8288)."), () => Shape.Text),
        ["Location"] = (new("ที่อยู่ของสิ่งที่สร้างหรือที่ให้ไปต่อ", "The address of what was made, or where to go on."), () => Shape.Text),
        ["Accept-Ranges"] = (new("bytes เมื่อขอเป็นช่วงได้", "bytes, where parts may be asked for."), () => Shape.Text),
        ["Content-Range"] = (new("ช่วงที่ให้มา", "The part that is given."), () => Shape.Text),
        ["RateLimit"] = (new("คำขอที่เหลือในนาทีนี้ เมื่อเซิร์ฟเวอร์จำกัด", "Requests that are left in this minute, where the server sets a limit."), () => Shape.Text),
        ["RateLimit-Policy"] = (new("ขีดจำกัด เมื่อเซิร์ฟเวอร์จำกัด", "The limits, where the server sets some."), () => Shape.Text),
        ["Retry-After"] = (new("วินาทีที่ต้องรอ", "Seconds to wait."), () => Shape.Whole(1)),
        ["WWW-Authenticate"] = (new("วิธีบอกตัวตน", "How to say who asks."), () => Shape.Text),
        [TableAnswer.TotalHeader] = (new("จำนวนแถวที่ตรงทั้งหมด เมื่อขอ count=true", "How many rows match, where count=true asked."), () => Shape.Whole()),
        ["X-Audit-Head"] = (new("ท้ายบันทึก", "Where the audit log ends."), () => Shape.Text),
    };

    /// <summary>References to headers by their names.</summary>
    public IDictionary<string, IOpenApiHeader> HeadersOf(params IEnumerable<string> names)
    {
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (document.Components?.Headers?.ContainsKey(name) != true)
            {
                document.AddComponent(name, new OpenApiHeader { Description = Headers[name].Text.In(language), Schema = Headers[name].Schema() });
            }

            headers[name] = new OpenApiHeaderReference(name, document);
        }

        return headers;
    }

    /// <summary>A reference to the refusals of one status.</summary>
    public IOpenApiResponse RefusalOf(IReadOnlyList<ProblemKind> kinds)
    {
        var name = kinds is [.., _, _, _] ? $"{kinds[0].Code}-and-{kinds.Count - 1}-more" : string.Join('.', kinds.Select(k => k.Code));
        var text = string.Join("\n", kinds.Select(k => $"- `{k.Code}`: {k.Title.In(language)}"));
        if (document.Components?.Responses?.TryGetValue(name, out var known) == true && known.Description != text)
        {
            name = string.Join('.', kinds.Select(k => k.Code));
        }

        if (document.Components?.Responses?.ContainsKey(name) != true)
        {
            document.AddComponent(name, new OpenApiResponse
            {
                Description = text,
                Headers = kinds[0].Status switch { 401 => HeadersOf("WWW-Authenticate"), 429 => HeadersOf("Retry-After", "RateLimit", "RateLimit-Policy"), _ => null },
                Content = Of(ProblemType, Shape.Of("Problem")),
            });
        }

        return new OpenApiResponseReference(name, document);
    }

    /// <summary>A body of one media type.</summary>
    public static IDictionary<string, IOpenApiMediaType> Of(string mediaType, IOpenApiSchema? schema) =>
        new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal) { [mediaType] = new OpenApiMediaType { Schema = schema } };

    /// <summary>Who may ask: anybody or only whom we know; by token, by the session of a page, or as CKAN's clients do.</summary>
    public IList<OpenApiSecurityRequirement> Security(string path, bool needsCaller)
    {
        string[] schemes = CkanRoutes.Holds(path) ? ["token", "ckanKey"] : path.StartsWith("/api", StringComparison.Ordinal) || path.StartsWith("/graphql", StringComparison.Ordinal) ? ["token"] : ["token", "session"];
        var ways = schemes.Select(s => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(s, document)] = [] });
        return needsCaller ? [.. ways] : [new OpenApiSecurityRequirement(), .. ways];
    }

    /// <summary>Puts the ways to say who asks into the document.</summary>
    public void AddSchemes()
    {
        document.AddComponent("token", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = new LocalText("โทเค็นของบัญชี (opendata_…) หรือของผู้ดูแลเซิร์ฟเวอร์", "A token of an account, or the one of the server's configuration.").In(language) });
        document.AddComponent("session", new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Session.Cookie, Description = new LocalText("คุกกี้ของหน้าเว็บหลังลงชื่อเข้าใช้ ใช้กับ /api และ /graphql ไม่ได้", "The cookie of the pages, after signing in; it says nothing to /api and /graphql.").In(language) });
        document.AddComponent("ckanKey", new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = CkanToken.OlderHeader, Description = new LocalText("โทเค็นในหัวข้อที่โปรแกรม CKAN รุ่นเก่าใช้", "A token in the header that older clients of CKAN know.").In(language) });
    }
}
