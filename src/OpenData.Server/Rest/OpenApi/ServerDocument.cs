using Microsoft.OpenApi;
using OpenData.Schemas;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>The OpenAPI 3.1 document of this server: made of the routes that it answers and of what they say of themselves, so that it cannot say anything else.</summary>
internal sealed class ServerDocument(EndpointDataSource routes)
{
    private static readonly LocalText Title = new("ส่วนต่อประสานของบัญชีข้อมูลเปิด", "Open data catalog");

    private static readonly LocalText About = new(
        "อ่านข้อมูลที่เผยแพร่ได้โดยไม่ต้องมีบัญชี ที่อยู่ที่รับ GET รับ HEAD ด้วย คำตอบบีบอัดด้วย gzip หรือ brotli และอ่านข้ามเว็บไซต์ได้ (CORS) คำขอที่ผิดได้คำตอบตาม RFC 9457 ซึ่งบอกที่ ค่า และวิธีแก้ ข้อมูลแต่ละทรัพยากรมีเอกสารของตนเองที่ /api/v1/data/{name}/{key}/openapi.json",
        "What is published is read without an account. Whatever takes GET takes HEAD too; answers come compressed by gzip or brotli, and pages of other sites may read them (CORS). A faulty request is answered by RFC 9457, which tells place, value and remedy. Each resource has a document of its own, with its columns, at /api/v1/data/{name}/{key}/openapi.json.");

    /// <summary>That of the interface's description, which comes with the program; what is read through it has licences of its own.</summary>
    private static readonly OpenApiLicense Licence = new() { Name = "Apache License 2.0", Identifier = "Apache-2.0" };

    /// <summary>The routes that are part of the interface, each with one of its methods.</summary>
    public IEnumerable<(RouteEndpoint Route, Operation Operation, string Method)> Operations =>
        from route in routes.Endpoints.OfType<RouteEndpoint>()
        let operation = route.Metadata.GetMetadata<Operation>()
        where operation is not null
        from method in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        where method != HttpMethods.Head
        select (route, operation, method);

    /// <summary>The document in a language, for a server that the world reaches at <paramref name="root"/>.</summary>
    public OpenApiDocument In(Language language, string root)
    {
        var document = Empty(Title, About, Licence, root, language);
        var parts = new SharedParts(document, language);
        parts.AddSchemes();
        foreach (var (name, shape) in ShapeBook.In(language))
        {
            document.AddComponent(name, shape);
        }

        var writer = new OperationWriter(parts, language);
        foreach (var (route, operation, method) in Operations.OrderBy(o => OperationWriter.PathOf(o.Route), StringComparer.Ordinal).ThenBy(o => o.Method, StringComparer.Ordinal))
        {
            var path = OperationWriter.PathOf(route);
            if (!document.Paths.TryGetValue(path, out var item))
            {
                document.Paths[path] = item = new OpenApiPathItem { Operations = [] };
            }

            item.Operations!.Add(new HttpMethod(method), writer.Write(route, operation, method));
        }

        document.Tags = OperationTags.All.Select(t => new OpenApiTag { Name = t.Name, Description = t.Text.In(language) }).ToHashSet();
        return document;
    }

    /// <summary>A document with everything but its paths; without a licence where none is known.</summary>
    public static OpenApiDocument Empty(LocalText title, LocalText about, OpenApiLicense? licence, string root, Language language) => new()
    {
        Info = new OpenApiInfo
        {
            Title = title.In(language),
            Description = about.In(language),
            Version = "1",
            License = licence,
        },
        Servers = [new OpenApiServer { Url = root.Length == 0 ? "/" : root }],
        Paths = [],
        Components = new OpenApiComponents(),
    };
}
