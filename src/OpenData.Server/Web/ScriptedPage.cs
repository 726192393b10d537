using System.Text;
using OpenData.Schemas;
using OpenData.Server.Rest;

namespace OpenData.Server.Web;

/// <summary>A page that is one program in the browser, a console or a reader: the only pages whose scripts run.</summary>
internal static class ScriptedPage
{
    /// <summary>Sends it in the language asked for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="forms">Where its forms may be sent, in the words of a content security policy.</param>
    /// <param name="html">The page in a language, of a server under a path.</param>
    public static Task SendAsync(HttpContext context, string forms, Func<Language, string, string> html)
    {
        var language = AskedLanguage.Of(context);
        PageSafety.AllowConsole(context.Response, forms);
        Validators.Keep(context);
        context.Response.Headers.ContentLanguage = AskedLanguage.Tag(language);
        context.Response.ContentType = "text/html; charset=utf-8";
        var page = Encoding.UTF8.GetBytes(html(language, context.Request.PathBase));
        context.Response.ContentLength = page.Length;
        return context.Response.Body.WriteAsync(page, context.RequestAborted).AsTask();
    }
}
