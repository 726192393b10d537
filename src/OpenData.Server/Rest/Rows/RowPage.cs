using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>One answer of rows: everything of it but the rows, known before the first is read.</summary>
/// <param name="Release">The release that answers.</param>
/// <param name="Columns">The columns to write, in order.</param>
/// <param name="Labels">Whether a header line holds labels instead of names.</param>
/// <param name="Language">The language of the labels.</param>
/// <param name="Total">How many rows match, or null where that was not asked.</param>
/// <param name="Next">The address of the next page, or null on the last.</param>
internal sealed record RowPage(Release Release, IReadOnlyList<DictionaryColumn> Columns, bool Labels, Language Language, long? Total, string? Next)
{
    public static async Task<RowPage> FindAsync(HttpContext context, IRowStore rows, Release release, RowRequest request)
    {
        var query = request.Query;
        long? total = !request.Count ? null
            : query.Where is null ? release.Rows
            : await rows.CountAsync(release, query.Where, context.RequestAborted);
        var last = await NextPage.FindAsync(rows, release, query, context.RequestAborted);
        var next = last is null ? null : RowRequest.NextAddress(context.Request, Cursor.Write(last, release, request.Sameness));
        return new RowPage(release, [.. query.Select.Select(i => release.Dictionary.Columns[i])], request.Labels, AskedLanguage.Of(context), total, next);
    }
}
