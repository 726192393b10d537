using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.RowQueries;

namespace OpenData.Server.Rest.Rows;

/// <summary>What the routes of rows do.</summary>
internal static class RowOperations
{
    private const string Gzip = "application/gzip";

    /// <summary>The resource and, behind a dot, the format.</summary>
    private static readonly ParameterDescription File = new("file", ParameterKind.Text, new("ชื่อย่อของทรัพยากร ต่อด้วย .รูปแบบ ได้ ถ้าไม่ต่อจะเลือกตาม Accept", "The key of the resource, with .format behind it; without one the Accept header chooses."))
    {
        Pattern = $@"{Slug.Pattern[..^1]}(\.({string.Join('|', RowFormat.All.Select(f => f.Suffix))}|csv\.gz))?$",
        Example = "main.csv",
    };

    private static readonly ParameterDescription Id = new("id", ParameterKind.Text, new(
        "ค่าของคีย์ คั่นด้วยจุลภาคตามลำดับของพจนานุกรม หรือลำดับแถวเมื่อไม่มีคีย์",
        "The values of the key, separated by commas, in the dictionary's order; the row's number, from 1, where there is no key."))
    {
        Example = "1",
    };

    public static readonly Operation Rows = new("readRows", OperationTags.Rows, new("แถวข้อมูล เลือก กรอง เรียง และแบ่งหน้าได้", "Rows: chosen, filtered, ordered, a page at a time or all as one stream."), Table("RowPage", RowFormat.All))
    {
        More = new(
            $"เงื่อนไขเขียนเป็น column=value หรือ column.op=value โดย op คือ {string.Join(' ', FilterParameter.Operators.Keys)} เอกสารของแต่ละทรัพยากรอยู่ที่ /api/v1/data/{{name}}/{{key}}/openapi.json",
            $"Conditions are column=value or column.op=value; op is one of {string.Join(' ', FilterParameter.Operators.Keys)}. Each resource has a document of its own, with its columns, at /api/v1/data/{{name}}/{{key}}/openapi.json."),
        Path = [File],
        Refusals = [.. Refusals.Rows, ProblemKinds.NotReady],
    };

    public static readonly Operation Row = new("readRow", OperationTags.Rows, new("แถวเดียวตามคีย์", "One row, by its key."), Table("Row", RowFormat.All) with { HasRanges = false })
    {
        Path = [Id],
        Refusals = [.. Refusals.Rows, ProblemKinds.UnknownRow],
    };

    /// <summary>Groups in the format of a suffix, or in any.</summary>
    public static Operation Groups(string? suffix) => new(
        "readGroups" + Named(suffix), OperationTags.Rows, new("ค่ารวมของแต่ละกลุ่ม", "What is told of groups of rows: counts, sums, averages."), Table("GroupPage", [.. RowFormat.All.Where(f => !f.NeedsPlace && (suffix is null || f.Suffix == suffix))]) with { HasRanges = false })
    {
        More = new("เงื่อนไขบนกลุ่มเขียนเป็น having.sum(column).op=value", "Conditions on groups are having.sum(column).op=value, and on rows those of rows."),
        Refusals = Refusals.Rows,
    };

    /// <summary>Rows of a release at its permanent address, in the format of a suffix, or in any.</summary>
    public static Operation OfRelease(string? suffix) => new(
        "readReleaseRows" + Named(suffix), OperationTags.Releases, new("แถวของรุ่นหนึ่ง", "The rows of one release, at an address that never changes."),
        suffix == CompressedFile.Suffix ? Answer.Text(Gzip) with { HasRanges = true } : Table("RowPage", [.. RowFormat.All.Where(f => suffix is null || f.Suffix == suffix)]))
    {
        Refusals = [.. Refusals.Rows, ProblemKinds.NotReady],
    };

    /// <summary>The parameters of a table in the format of a suffix: a header line is of some formats, marks for Excel are of CSV, and of the compressed file there are none.</summary>
    public static TakenParameters Parameters(TakenParameters all, string? suffix)
    {
        if (suffix == CompressedFile.Suffix)
        {
            return new([SharedParameters.Language]);
        }

        var format = RowFormat.All.FirstOrDefault(f => f.Suffix == suffix);
        return format is null ? all : all with { Parameters = [.. all.Parameters.Where(p => p.Name switch { "header" => format.HasHeaderLine, "bom" or "excel-safe" => format == RowFormat.Csv, _ => true })] };
    }

    private static Answer Table(string shape, IReadOnlyList<RowFormat> formats) => new(StatusCodes.Status200OK, [.. formats.Select(f => new AnswerForm(f.MediaType, f == RowFormat.Json ? shape : f == RowFormat.GeoJson ? "FeatureCollection" : null))])
    {
        IsValidated = true,
        HasLinks = true,
        HasRanges = formats.Contains(RowFormat.Csv),
    };

    private static string Named(string? suffix) => suffix is null ? "" : string.Concat(suffix.Split('.').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
