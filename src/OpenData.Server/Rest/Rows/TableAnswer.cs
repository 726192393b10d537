using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>An answer in rows, those of a release or groups of them. A short one is written whole before it is sent, a long one streams.</summary>
/// <param name="release">The release that answers.</param>
/// <param name="place">What is asked and where: of that, the answer's links are made.</param>
/// <param name="format">The format.</param>
/// <param name="rendered">Answers that are kept.</param>
internal abstract class TableAnswer(Release release, AskedTable place, RowFormat format, RenderedAnswers rendered) : IResult
{
    /// <summary>How many rows match, where <c>count=true</c> asked; CSV and NDJSON have no other place for it.</summary>
    public const string TotalHeader = "X-Total-Count";

    public Release Release => release;

    protected RowFormat Format => format;

    /// <summary>Everything that decides the bytes of the answer beside release, format and language, in canonical form.</summary>
    protected abstract string Canonical { get; }

    /// <summary>The greatest number of rows asked for, or null for all.</summary>
    protected abstract long? Limit { get; }

    /// <summary>The columns to write.</summary>
    protected abstract IReadOnlyList<DictionaryColumn> Columns { get; }

    protected abstract RowDress Dress { get; }

    /// <summary>Where in the rows that are read their place is, or null.</summary>
    protected virtual Coordinates? Place => null;

    /// <summary>True where one row was asked for.</summary>
    protected virtual bool Single => false;

    /// <summary>Opens the rows: those asked for, and behind them one more where a limit is given.</summary>
    protected abstract Task<RowReader> OpenAsync(long? limit, CancellationToken cancellation);

    /// <summary>How many rows match, or null where that was not asked.</summary>
    protected abstract Task<long?> CountAsync(CancellationToken cancellation);

    /// <summary>How many rows the answer will have at most.</summary>
    protected abstract Task<long> ExpectAsync(CancellationToken cancellation);

    /// <summary>The address of the next page, before any row is read; null on the last.</summary>
    protected abstract Task<string?> FindNextAsync(HttpRequest request, CancellationToken cancellation);

    /// <summary>The address of the page behind the row that the reader stands on.</summary>
    protected abstract string NextAfter(HttpRequest request, RowReader last);

    /// <summary>The answer to send where there is no row at all, or null where an empty table is one.</summary>
    protected virtual Problem? Empty => null;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancellation = httpContext.RequestAborted;
        if (await RefusalAsync(cancellation) is { } refusal)
        {
            await refusal.ExecuteAsync(httpContext);
            return;
        }

        var language = AskedLanguage.Of(httpContext);
        var identity = IdentityFor(httpContext);
        var page = new RowPage { Release = release, Key = place.Key, Columns = Columns, Dress = Dress, Language = language, Place = Place, Single = Single };
        if (Validators.IsKnown(httpContext, identity, release.Published))
        {
            return;
        }

        await (Limit is { } limit and <= ServerLimits.BufferedRows ? RenderAsync(httpContext, identity, page, limit) : StreamAsync(httpContext, page));
    }

    /// <summary>Everything that decides the bytes of the answer.</summary>
    public string IdentityFor(HttpContext context) =>
        $"{release.Number} {release.Sha256} {release.Dictionary.Sha256} {format.Suffix} {AskedLanguage.Tag(AskedLanguage.Of(context))} {TextOrder.Edition} {Canonical}";

    private async Task<Problem?> RefusalAsync(CancellationToken cancellation)
    {
        if (format.MostRows is not { } rows || (Limit <= rows && Columns.Count <= format.MostColumns))
        {
            return null;
        }

        var expected = await ExpectAsync(cancellation);
        return expected > rows || Columns.Count > format.MostColumns ? RowFormatTexts.TooMuch(format, expected, Columns.Count) : null;
    }

    private async Task RenderAsync(HttpContext context, string identity, RowPage page, long limit)
    {
        var cancellation = context.RequestAborted;
        page = page with { Total = await CountAsync(cancellation), Next = format.NextComesFirst ? await FindNextAsync(context.Request, cancellation) : null };
        using var buffer = new Utf8Buffer();
        using var face = format.Open(page);
        await using var rows = await OpenAsync(limit + 1, cancellation);
        face.Begin(buffer);
        var (count, next) = await WriteAsync(context.Request, face, buffer, rows, limit, cancellation);
        if (count == 0 && Empty is { } refusal)
        {
            context.Response.Clear();
            await refusal.ExecuteAsync(context);
            return;
        }

        face.End(buffer, next);
        var answer = new RenderedAnswer
        {
            Identity = identity,
            Modified = release.Published,
            ContentType = format.ContentType,
            Disposition = Disposition,
            Link = place.Links(context.Request, format, next),
            Total = page.Total,
        };
        await rendered.Keep(context, RenderedAnswers.QuestionOf(context, release, format), answer, buffer.Written).SendAsync(context);
    }

    /// <summary>Writes the rows of a page; the row behind the last only tells that there is one.</summary>
    private async ValueTask<(long Count, string? Next)> WriteAsync(HttpRequest request, RowFace face, Utf8Buffer buffer, RowReader rows, long limit, CancellationToken cancellation)
    {
        string? next = null;
        for (var count = 0L; ; count++)
        {
            if (!await rows.ReadAsync(cancellation))
            {
                return (count, null);
            }

            if (count == limit)
            {
                return (count, next);
            }

            face.Row(buffer, rows);
            next = count + 1 == limit ? NextAfter(request, rows) : null;
        }
    }

    private async Task StreamAsync(HttpContext context, RowPage page)
    {
        var cancellation = context.RequestAborted;
        page = page with { Total = await CountAsync(cancellation), Next = await FindNextAsync(context.Request, cancellation) };
        new RenderedAnswer
        {
            Identity = "",
            Modified = release.Published,
            ContentType = format.ContentType,
            Disposition = Disposition,
            Link = place.Links(context.Request, format, page.Next),
            Total = page.Total,
        }.SetHeaders(context.Response);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.StartAsync(cancellation);
            return;
        }

        await using var rows = await OpenAsync(Limit, cancellation);
        await RowPump.RunAsync(rows, format, page, context.Response.Body, cancellation);
    }

    private string? Disposition => format.IsFile ? $"attachment; filename=\"{place.Key}.{format.Suffix}\"" : null;
}
