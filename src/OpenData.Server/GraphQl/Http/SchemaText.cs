using System.Runtime.CompilerServices;
using System.Text;
using OpenData.GraphQL.Types;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.GraphQl.Http;

/// <summary>A schema in the schema definition language, for code generators and for people.</summary>
internal sealed class SchemaText : IResult
{
    /// <summary>Printed once for each snapshot, and gone with it.</summary>
    private static readonly ConditionalWeakTable<Schema, SchemaText> Printed = [];

    private readonly byte[] text;
    private readonly string identity;

    private SchemaText(Schema schema)
    {
        text = Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema) + "\n");
        identity = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(text));
    }

    /// <summary>The text, or the refusal of a schema with more types than are listed.</summary>
    public static IResult Of(Schema schema) => schema.TypeCount > schema.Options.MaxListedTypes
        ? new Problem(ProblemKinds.SchemaTooLarge, new LocalText(
            $"สคีมาทั้งหมดมี {schema.TypeCount} ชนิด แสดงได้ไม่เกิน {schema.Options.MaxListedTypes} ชนิด (listedTypes) ขอสคีมาของชุดข้อมูลเดียวที่ /graphql/{{dataset}}/schema.graphql",
            $"The whole schema has {schema.TypeCount} types; the most that are listed is {schema.Options.MaxListedTypes} (listedTypes). Each dataset has a schema of its own at /graphql/{{dataset}}/schema.graphql."))
        : Printed.GetValue(schema, s => new SchemaText(s));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (Validators.IsKnown(httpContext, identity))
        {
            return Task.CompletedTask;
        }

        httpContext.Response.ContentType = "text/plain; charset=utf-8";
        httpContext.Response.ContentLength = text.Length;
        return httpContext.Response.Body.WriteAsync(text, httpContext.RequestAborted).AsTask();
    }
}
