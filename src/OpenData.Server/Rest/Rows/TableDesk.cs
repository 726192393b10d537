using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Published;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>Makes answers of tables: what a request asks of a release is read here, and refused with every fault it has.</summary>
internal sealed class TableDesk(IDataStore store, RenderedAnswers rendered, Downloads downloads, GroupingTurn turn)
{
    private static readonly IReadOnlyList<RowFormat> WithoutPlaces = [.. RowFormat.All.Where(f => !f.NeedsPlace)];

    /// <summary>The rows of a release, as the request asks for them.</summary>
    public IResult Rows(HttpContext context, AskedTable asked, Release release, string? suffix)
    {
        asked = Coordinates.Of(release.Dictionary) is null ? asked with { Formats = WithoutPlaces } : asked;
        if (suffix == CompressedFile.Suffix && downloads.AreKept)
        {
            return Compressed(context, asked, release);
        }

        var (format, refusal) = Format(context, asked, suffix);
        if ((refusal ?? (IResult?)Kept(context, release, format!)) is { } known)
        {
            return known;
        }

        var faults = new List<ProblemError>();
        var request = RowRequest.Read(context.Request, release, format!, faults);
        if (request is null || (format!.NeedsPlace && Coordinates.Of(release.Dictionary) is null))
        {
            return request is null ? Problem.OfQuery(faults) : RowFormatTexts.NoCoordinates(asked.Key);
        }

        var answer = new RowAnswer(store.Rows, asked, release, request, format!, rendered);
        return format == RowFormat.Csv && downloads.AreKept && request.IsWhole(release) ? new WholeFile(downloads, asked, release, answer) : answer;
    }

    /// <summary>One row of a release, by its key or, where there is none, by its number.</summary>
    public IResult Row(HttpContext context, AskedTable asked, Release release)
    {
        var (format, refusal) = RowFormat.OfAccept(context.Request, RowFormat.All);
        if ((refusal ?? (IResult?)Kept(context, release, format!)) is { } known)
        {
            return known;
        }

        var faults = new List<ProblemError>();
        var dress = RowRequest.ReadSingle(context.Request, release, format!, faults);
        if (dress is null)
        {
            return Problem.OfQuery(faults);
        }

        return RowKey.Read(context, release) is not { } query ? RowKey.Unknown(context, asked.Key, release)
            : format!.NeedsPlace && Coordinates.Of(release.Dictionary) is null ? RowFormatTexts.NoCoordinates(asked.Key)
            : new RowAnswer(store.Rows, asked, release, dress with { Query = query with { Select = dress.Query.Select } }, format, rendered) { WithoutRows = RowKey.Unknown(context, asked.Key, release) };
    }

    /// <summary>Groups of the rows of a release.</summary>
    public IResult Groups(HttpContext context, AskedTable asked, Release release, string? suffix)
    {
        var (format, refusal) = Format(context, asked, suffix);
        if ((refusal ?? (IResult?)Kept(context, release, format!)) is { } known)
        {
            return known;
        }

        var faults = new List<ProblemError>();
        return GroupRequest.Read(context.Request, release, format!, faults) is { } request
            ? new GroupAnswer(store.Rows, turn, asked, release, request, format!, rendered)
            : Problem.OfQuery(faults);
    }

    private IResult Compressed(HttpContext context, AskedTable asked, Release release)
    {
        var faults = new List<ProblemError>();
        QueryParameters.Read(context.Request, faults, AskedLanguage.Name);
        return faults.Count > 0 ? Problem.OfQuery(faults) : new CompressedFile(downloads, asked, release);
    }

    private RenderedAnswer? Kept(HttpContext context, Release release, RowFormat format) => rendered.Find(RenderedAnswers.QuestionOf(context, release, format));

    private static (RowFormat? Format, Problem? Refusal) Format(HttpContext context, AskedTable asked, string? suffix) =>
        suffix is null ? RowFormat.OfAccept(context.Request, asked.Formats) : RowFormat.OfSuffix(suffix);
}
