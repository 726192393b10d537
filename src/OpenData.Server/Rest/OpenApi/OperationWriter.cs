using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.RowQueries;
using OpenData.Server.Rest.Rows;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>Writes what a route does as an operation of a document.</summary>
internal sealed partial class OperationWriter(SharedParts parts, Language language)
{
    private static readonly string OfColumns = $@"^[A-Za-z_][A-Za-z0-9_]*(\.({string.Join('|', FilterParameter.Operators.Keys)}))?$";
    private static readonly LocalText Conditions = new("เงื่อนไขบนคอลัมน์: column=value หรือ column.op=value", "Conditions on columns: column=value or column.op=value.");
    private static readonly LocalText GroupConditions = new("เงื่อนไขบนคอลัมน์ และบนกลุ่ม: having.term.op=value", "Conditions on columns, and on groups: having.term.op=value.");
    private static readonly ParameterDescription Known = new("If-None-Match", ParameterKind.Text, new("ETag ที่มีอยู่แล้ว ถ้ายังไม่เปลี่ยนจะได้ 304", "The ETag of what the client has already; a 304 says that it has not changed."));

    /// <summary>The address of a route's pattern: constraints and question marks are left out.</summary>
    public static string PathOf(RouteEndpoint route) => Constraint().Replace("/" + route.RoutePattern.RawText!.TrimStart('/'), "{$1}");

    /// <summary>The operation of a route by one of its methods.</summary>
    public OpenApiOperation Write(RouteEndpoint route, Operation operation, string method)
    {
        var path = PathOf(route);
        var reads = method == HttpMethods.Get;
        var needed = route.Metadata.GetMetadata<CallerNeeded>();
        return new OpenApiOperation
        {
            OperationId = operation.Id + (!reads && IsBoth(route) ? "ByPost" : ""),
            Tags = new HashSet<OpenApiTagReference> { new(operation.Tag.Name) },
            Summary = operation.Summary.In(language),
            Description = operation.More?.In(language),
            Parameters = [.. ParametersOf(route, operation, reads)],
            RequestBody = reads ? null : BodyOf(operation),
            Responses = ResponsesOf(operation, route, needed, reads),
            Security = parts.Security(path, needed is not null),
        };
    }

    /// <summary>The answers of an operation: success, what the client has already, and each refusal.</summary>
    public OpenApiResponses ResponsesOf(Operation operation, bool takesQuery, CallerNeeded? needed, bool hasParts, bool reads)
    {
        var responses = new OpenApiResponses();
        Add(responses, operation.Answer.Status, SuccessOf(operation, reads));
        if (operation.Answer.MayHaveBeenThere)
        {
            Add(responses, StatusCodes.Status200OK, SuccessOf(operation with { Answer = operation.Answer with { HasLocation = false } }, reads));
        }

        if (operation.Answer.HasRanges)
        {
            Add(responses, StatusCodes.Status206PartialContent, new OpenApiResponse { Description = new LocalText("ช่วงที่ขอ", "The part that was asked for.").In(language), Headers = parts.HeadersOf("Content-Range"), Content = ContentOf(operation.Answer.Forms.Where(f => f.Shape is null)) });
        }

        if (operation.Answer.MayLeadElsewhere)
        {
            Add(responses, StatusCodes.Status303SeeOther, new OpenApiResponse { Description = new LocalText("หน้าสำหรับคน", "The page for people.").In(language), Headers = parts.HeadersOf("Location") });
        }

        if (operation.Answer.IsValidated && reads)
        {
            Add(responses, StatusCodes.Status304NotModified, new OpenApiResponse { Description = new LocalText("ยังเหมือนที่มีอยู่", "It is as the client has it.").In(language), Headers = parts.HeadersOf("ETag") });
        }

        AddRefusals(responses, operation, takesQuery, needed, hasParts);
        return responses;
    }

    private OpenApiResponses ResponsesOf(Operation operation, RouteEndpoint route, CallerNeeded? needed, bool reads) =>
        ResponsesOf(operation, route.Metadata.GetMetadata<TakenParameters>() is not null, needed, route.RoutePattern.Parameters.Count > 0, reads);

    private void AddRefusals(OpenApiResponses responses, Operation operation, bool takesQuery, CallerNeeded? needed, bool hasParts)
    {
        var kinds = (takesQuery ? Refusals.Query : [ProblemKinds.BadRequest])
            .Concat(hasParts ? [ProblemKinds.NotFound] : []).Concat(needed is null ? [] : Refusals.Caller).Concat(operation.Refusals).Concat(Refusals.Any).Distinct();
        foreach (var status in kinds.GroupBy(k => k.Status).Where(g => operation.Foreign?.Statuses.Contains(g.Key) != true).OrderBy(g => g.Key))
        {
            Add(responses, status.Key, parts.RefusalOf([.. status]));
        }

        foreach (var status in operation.Foreign?.Statuses ?? [])
        {
            var content = ContentOf(operation.Foreign!.MediaTypes.Select(m => new AnswerForm(m, operation.Foreign.Shape)).Append(new AnswerForm("application/problem+json", "Problem")));
            Add(responses, status, new OpenApiResponse { Description = new LocalText("ปฏิเสธ ตามมาตรฐานของส่วนต่อประสานนี้", "A refusal, as the standard of this interface has it.").In(language), Content = content });
        }
    }

    private OpenApiResponse SuccessOf(Operation operation, bool reads)
    {
        var answer = operation.Answer;
        var headers = new List<string>();
        headers.AddRange(answer.IsValidated && reads ? ["ETag", "Last-Modified"] : []);
        headers.AddRange(answer.HasLinks ? ["Link"] : []);
        headers.AddRange(answer.HasLinks && answer.Forms.Any(f => f.Shape is "RowPage" or "GroupPage") ? [TableAnswer.TotalHeader] : []);
        headers.AddRange(answer.HasRanges ? ["Accept-Ranges"] : []);
        headers.AddRange(answer.HasLocation ? ["Location"] : []);
        headers.AddRange(["RateLimit", "RateLimit-Policy"]);
        return new OpenApiResponse { Description = operation.Summary.In(language), Headers = parts.HeadersOf(headers), Content = answer.Forms.Count == 0 ? null : ContentOf(answer.Forms) };
    }

    private static Dictionary<string, IOpenApiMediaType> ContentOf(IEnumerable<AnswerForm> forms) =>
        forms.ToDictionary(f => f.MediaType, f => (IOpenApiMediaType)new OpenApiMediaType { Schema = f.Shape is null ? Shape.Text : Shape.Of(f.Shape) }, StringComparer.Ordinal);

    private IEnumerable<IOpenApiParameter> ParametersOf(RouteEndpoint route, Operation operation, bool reads)
    {
        foreach (var part in route.RoutePattern.Parameters)
        {
            yield return ParameterShapes.Of(PathParameters.Of(operation, part.Name), ParameterLocation.Path, language);
        }

        var taken = route.Metadata.GetMetadata<TakenParameters>();
        foreach (var parameter in taken?.Parameters ?? [])
        {
            yield return ParameterShapes.Of(parameter, ParameterLocation.Query, language);
        }

        if (taken is { Columns: true })
        {
            yield return ParameterShapes.Conditions(taken.Having ? @$"({OfColumns})|(^having\.)" : OfColumns, taken.Having ? GroupConditions : Conditions, language);
        }
        else if (operation.TakesAnyParameter && reads)
        {
            yield return ParameterShapes.Conditions(".", new("พารามิเตอร์ตามมาตรฐานของส่วนต่อประสานนี้", "Parameters, as the standard of this interface has them."), language);
        }

        foreach (var header in operation.Headers.Concat(operation.Answer.IsValidated && reads ? [Known] : []))
        {
            yield return ParameterShapes.Of(header, ParameterLocation.Header, language);
        }
    }

    private static OpenApiRequestBody? BodyOf(Operation operation) => operation.Body is not { } body ? null : new OpenApiRequestBody { Required = body.IsRequired, Content = ContentOf(body.Forms) };

    private static bool IsBoth(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods is var methods && methods.Contains(HttpMethods.Get) && methods.Contains(HttpMethods.Post);

    private static void Add(OpenApiResponses responses, int status, IOpenApiResponse response) => responses[status.ToString(CultureInfo.InvariantCulture)] = response;

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Constraint();
}
