using OpenData.Schemas;
using OpenData.Server.Web;

namespace OpenData.Server.Rest.OpenApi.Reader;

/// <summary>Swagger UI on the document of the server or of one resource, served from here alone.</summary>
/// <param name="chosen">The resource as <c>dataset/resource</c>; null for the server.</param>
/// <param name="known">Some resources to choose from.</param>
internal sealed class ReaderPage(string? chosen, IReadOnlyList<string> known) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ScriptedPage.SendAsync(httpContext, forms: "'self'", Html);

    private string Html(Language language, string pathBase)
    {
        var (tag, other) = (AskedLanguage.Tag(language), AskedLanguage.Tag(language == Language.Thai ? Language.English : Language.Thai));
        var assets = pathBase + ReaderAssets.Folder;
        var document = pathBase + (chosen is null ? OpenApiRoutes.Address : $"/api/v1/data/{chosen}/openapi.json");
        var of = chosen is null ? "" : "of=" + Uri.EscapeDataString(chosen) + "&";
        return $"""
            <!DOCTYPE html>
            <html lang="{tag}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(chosen ?? ReaderTexts.Title.In(language))} – {Encode(WebTexts.Site.In(language))}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{assets}/swagger-ui.css">
            <link rel="stylesheet" href="{assets}/reader.css">
            <script defer src="{assets}/swagger-ui-bundle.js"></script>
            <script defer src="{assets}/reader.js"></script>
            </head>
            <body>
            <header class="bar">
            <a href="{pathBase}/">{Encode(WebTexts.Site.In(language))}</a>
            <form method="get" action="{pathBase}{ReaderRoutes.Address}">
            <label for="of">{Encode(ReaderTexts.Choose.In(language))}</label>
            <input id="of" name="of" list="known" value="{Encode(chosen ?? "")}" placeholder="dataset/resource" autocomplete="off">
            <datalist id="known">{string.Concat(known.Select(k => $"<option value=\"{Encode(k)}\"></option>"))}</datalist>
            <button type="submit">{Encode(ReaderTexts.Show.In(language))}</button>
            </form>
            <a class="push" href="{Encode(document)}">{Encode(document)}</a>
            <a href="{pathBase}{ReaderRoutes.Address}?{of}lang={other}" lang="{other}" hreflang="{other}">{Encode(WebTexts.OtherLanguage.In(language))}</a>
            </header>
            <main id="reader" data-document="{Encode(document)}?lang={tag}" data-expansion="{(chosen is null ? "none" : "list")}"></main>
            <noscript>{Encode(ReaderTexts.NeedsScript.In(language))}</noscript>
            </body>
            </html>
            """;
    }

    private static string Encode(string text) => HtmlText.Encoder.Encode(text);
}

/// <summary>What the reader's page says.</summary>
internal static class ReaderTexts
{
    public static readonly LocalText Title = new("ส่วนต่อประสาน (OpenAPI)", "The interface (OpenAPI)");
    public static readonly LocalText Choose = new("ทรัพยากร (ว่างไว้คือทั้งเซิร์ฟเวอร์)", "Resource (empty for the whole server)");
    public static readonly LocalText Show = new("แสดง", "Show");
    public static readonly LocalText NeedsScript = new("หน้านี้ต้องใช้ JavaScript โปรแกรมอ่านเอกสารได้ที่ที่อยู่ด้านบน", "This page needs JavaScript. Programs read the document at the address above.");
    public static readonly LocalText Form = new("ชุดข้อมูล/ทรัพยากร เช่น provinces/provinces", "dataset/resource, such as provinces/provinces");
}
