using System.Text.Encodings.Web;
using OpenData.GraphQL.Types;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Server.Web;

namespace OpenData.Server.GraphQl.Console;

/// <summary>GraphiQL on the whole schema or on that of one dataset, served from here alone.</summary>
/// <param name="dataset">The dataset whose schema it is about; null for the whole.</param>
/// <param name="schema">That schema.</param>
internal sealed class ConsolePage(string? dataset, Schema schema) : IResult
{
    private const string OfCatalog =
        """
        # Ctrl+Space: completion · Ctrl+Enter: run
        {
          datasets(first: 10) {
            totalCount
            nodes {
              name
              title { th en }
              resources { key release { rows published } }
            }
          }
        }
        """;

    /// <summary>Columns of an example: as many as fit beside each other.</summary>
    private const int ExampleColumns = 6;

    public Task ExecuteAsync(HttpContext httpContext) => ScriptedPage.SendAsync(httpContext, forms: "'none'", Html);

    private string Html(Language language, string pathBase)
    {
        var endpoint = pathBase + (dataset is null ? "/graphql" : "/graphql/" + dataset);
        var assets = pathBase + ConsoleAssets.Folder;
        var tags = ConsoleAssets.AreThere
            ? $"<link rel=\"stylesheet\" href=\"{assets}/console.css\">\n<script type=\"module\" src=\"{assets}/console.js\"></script>"
            : $"<link rel=\"stylesheet\" href=\"{pathBase}{SiteStyle.Address}\">";
        return $"""
            <!DOCTYPE html>
            <html lang="{AskedLanguage.Tag(language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>GraphQL{(dataset is null ? "" : " · " + dataset)} – {Encode(WebTexts.Site.In(language))}</title>
            <link rel="icon" href="data:,">
            {tags}
            </head>
            <body>
            <div id="console" data-endpoint="{Encode(endpoint)}" data-language="{AskedLanguage.Tag(language)}" data-example="{Encode(dataset is null ? OfCatalog : OfDataset(schema))}">{(ConsoleAssets.AreThere ? "" : Missing(language, endpoint))}</div>
            <noscript>{Encode(ConsoleTexts.NeedsScript.In(language))}</noscript>
            </body>
            </html>
            """;
    }

    /// <summary>The first rows of the first table.</summary>
    private static string OfDataset(Schema schema)
    {
        var pages = schema.Fields(schema.QueryType!).First(f => schema.Type(f.Type.Name) is ObjectType type && type.Fields["nodes"] is not null);
        var rows = (ObjectType)schema.Type(((ObjectType)schema.Type(pages.Type.Name)!).Fields["nodes"]!.Type.Name)!;
        var columns = schema.Fields(rows).Where(f => schema.Type(f.Type.Name)!.IsLeaf).Take(ExampleColumns).Select(f => "      " + f.Name + "\n");
        return $"# Ctrl+Space: completion · Ctrl+Enter: run\n{{\n  {pages.Name}(first: 10) {{\n    totalCount\n    nodes {{\n{string.Concat(columns)}    }}\n  }}\n}}\n";
    }

    private static string Missing(Language language, string endpoint) =>
        $"<main><h1>GraphQL</h1><p>{Encode(ConsoleTexts.NotBuilt.In(language))}</p><p><a href=\"{Encode(endpoint)}/schema.graphql\">{Encode(endpoint)}/schema.graphql</a></p></main>";

    private static string Encode(string text) => HtmlText.Encoder.Encode(text);
}

/// <summary>What the console's page says without the console.</summary>
internal static class ConsoleTexts
{
    public static readonly LocalText NeedsScript = new(
        "คอนโซลนี้ต้องใช้ JavaScript โปรแกรมส่ง POST มาที่ที่อยู่นี้ได้โดยตรง",
        "This console needs JavaScript. Programs send POST requests to this very address.");

    public static readonly LocalText NotBuilt = new(
        "โปรแกรมชุดนี้สร้างขึ้นโดยไม่มีคอนโซล GraphQL เพราะตอนสร้างไม่มี npm ติดตั้ง Node.js 20 ขึ้นไปแล้วสร้างใหม่ด้วย dotnet build ส่วนอื่นใช้ได้ตามปกติ โปรแกรมส่ง POST มาที่ที่อยู่นี้ได้",
        "This program was built without the GraphQL console, since npm was not there. Install Node.js 20 or newer and run dotnet build again. All else works: programs send POST requests to this very address.");
}
