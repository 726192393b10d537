using OpenData.Reports;
using OpenData.Schemas;
using OpenData.Server.Rest.Files;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reports;
using OpenData.Server.Rest.Rows;
using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Releases;

namespace OpenData.Server.Rest.Validation;

/// <summary>Checks any file for anybody; nothing of it is kept.</summary>
internal static class ValidationRoutes
{
    public static void MapValidation(this IEndpointRouteBuilder api) =>
        api.MapLate("/validate", AnswerAsync, HttpMethods.Post).Takes(SharedParameters.FileName).Tells(ReleaseOperations.Validate);

    private static async Task<IResult> AnswerAsync(HttpContext context, CheckDesk desk, ServerOptions options)
    {
        if (Accepted.Best(context.Request, ReportFormat.All, f => f.MediaType) is not { } format)
        {
            return new Problem(ProblemKinds.NotAcceptable, RowFormatTexts.NotAcceptable([.. ReportFormat.All.Select(f => f.MediaType)]));
        }

        using var sent = await SentFile.ReceiveAsync(context.Request, options, context.Parameters()["name"], takesDictionary: true);
        var (page, refusal) = await CheckAsync(sent, desk, context.RequestAborted);
        return refusal is null ? new ReportBody(page!, format) : refusal;
    }

    /// <summary>The report of a sent file, or why there is none.</summary>
    public static async Task<(ReportPage? Page, Problem? Refusal)> CheckAsync(SentFile sent, CheckDesk desk, CancellationToken cancellation)
    {
        if (sent.Refusal is not null)
        {
            return (null, sent.Refusal);
        }

        if (sent.Dictionary is null)
        {
            return (await desk.CheckAsync(sent.Upload!, null, cancellation), null);
        }

        var (dictionary, errors) = DictionaryDocument.Read(sent.Dictionary);
        return dictionary is null ? (null, Problem.OfDocument(errors)) : (await desk.CheckAsync(sent.Upload!, dictionary, cancellation), null);
    }
}
