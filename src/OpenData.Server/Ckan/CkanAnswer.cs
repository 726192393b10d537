using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Newtonsoft.Json.Linq;
using OpenData.Server.Rest;

namespace OpenData.Server.Ckan;

/// <summary>An outcome in CKAN's envelope: <c>{ "help", "success", "result" | "error" }</c>, as JSON or, for a script, as JSONP.</summary>
internal sealed class CkanAnswer(string action, CkanOutcome outcome) : IResult
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var callback = outcome.Status == StatusCodes.Status200OK ? Jsonp.CallbackOf(httpContext.Request) : null;
        var help = $"{httpContext.PublicRoot()}/api/3/action/help_show?name={Uri.EscapeDataString(action)}";
        if (outcome.Stream is { } stream)
        {
            await StreamAsync(httpContext, help, callback, stream);
            return;
        }

        var envelope = new JObject { ["help"] = help, ["success"] = outcome.Error is null };
        envelope[outcome.Error is null ? "result" : "error"] = outcome.Error ?? outcome.Result ?? JValue.CreateNull();
        await WriteAsync(httpContext, JsonBody.Text(envelope), outcome.Status, callback);
    }

    /// <summary>A bare JSON string with status 400: what CKAN says where it does not get as far as an action.</summary>
    public static IResult BadRequest(string message) => new Bare("Bad request: " + message);

    /// <summary>Writes a document that is in memory.</summary>
    public static async Task WriteAsync(HttpContext context, string text, int status, string? callback)
    {
        var answered = Jsonp.Wrap(callback, text);
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (status != StatusCodes.Status200OK || !isRead)
        {
            context.Response.Headers.CacheControl = "no-store";
        }
        else if (Validators.IsKnown(context, answered))
        {
            return;
        }

        var body = Encoding.UTF8.GetBytes(answered);
        context.Response.StatusCode = status;
        context.Response.ContentType = Jsonp.MediaType(callback);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task StreamAsync(HttpContext context, string help, string? callback, IStreamedResult stream)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (isRead && Validators.IsKnown(context, $"{stream.Identity} {help} {callback}", stream.Modified))
        {
            return;
        }

        await stream.PrepareAsync(context.RequestAborted);
        context.Response.ContentType = Jsonp.MediaType(callback);
        var body = context.Response.BodyWriter;
        body.Write(Encoding.UTF8.GetBytes(Jsonp.Start(callback)));
        await using (var json = new Utf8JsonWriter(body, Readable))
        {
            json.WriteStartObject();
            json.WriteString("help", help);
            json.WriteBoolean("success", true);
            json.WritePropertyName("result");
            await stream.WriteAsync(json, body, context.RequestAborted);
            json.WriteEndObject();
        }

        body.Write(Encoding.UTF8.GetBytes(Jsonp.End(callback)));
        await body.FlushAsync(context.RequestAborted);
    }

    private sealed class Bare(string message) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            WriteAsync(httpContext, JsonBody.Text(new JValue(message)), StatusCodes.Status400BadRequest, null);
    }
}
