using System.Globalization;
using System.Text;
using System.Xml;
using Newtonsoft.Json.Linq;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Rows;
using OpenData.Server.Sdmx.Structure;

namespace OpenData.Server.Sdmx;

/// <summary>A refusal in the words of SDMX: a status, a code of the standard, and a sentence that names place, value and remedy.</summary>
/// <param name="Status">The HTTP status (sdmx-rest, status information).</param>
/// <param name="Code">The standard's number of the error.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record SdmxError(int Status, int Code, LocalText Text) : IResult
{
    public static SdmxError NotFound(LocalText text) => new(StatusCodes.Status404NotFound, 100, text);

    public static SdmxError Syntax(LocalText text) => new(StatusCodes.Status400BadRequest, 140, text);

    public static SdmxError NotAcceptable(LocalText text) => new(StatusCodes.Status406NotAcceptable, 140, text);

    public static SdmxError NotImplemented(LocalText text) => new(StatusCodes.Status501NotImplemented, 501, text);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var message = Text.In(AskedLanguage.Of(httpContext));
        var isXml = httpContext.Request.Headers.Accept.ToString().Contains("xml", StringComparison.OrdinalIgnoreCase);
        var body = Encoding.UTF8.GetBytes(isXml ? Xml(message) : Json(message));
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = isXml ? "application/vnd.sdmx.structure+xml; version=3.0.0; charset=utf-8" : "application/json; charset=utf-8";
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private string Json(string message) =>
        JsonBody.Text(new JObject { ["errors"] = new JArray(new JObject { ["code"] = Code, ["title"] = message, ["titles"] = new JObject { ["th"] = Text.Th, ["en"] = Text.En } }) });

    private string Xml(string message)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("mes", "Error", StructureXml.Message);
            xml.WriteStartElement("ErrorMessage", StructureXml.Message);
            xml.WriteAttributeString("code", Code.ToString(CultureInfo.InvariantCulture));
            xml.WriteElementString("com", "Text", StructureXml.Common, XmlRows.Allowed(message));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }
}
