using OpenData.Schemas;

namespace OpenData.Scores.Indicators;

/// <summary>The indicators that the program carries; next year's indicator is a new file in <c>schemas/indicators</c>.</summary>
public static class IndicatorBook
{
    private static readonly Lazy<IReadOnlyList<Indicator>> LazyAll = new(() => [.. SchemaFile.Folder("indicators").Select(Load)]);

    /// <summary>Every definition, by file.</summary>
    public static IReadOnlyList<Indicator> All => LazyAll.Value;

    /// <summary>The definitions that hold in a fiscal year: of each indicator the newest that is not later. One that another rests on comes first.</summary>
    public static IReadOnlyList<Indicator> Of(FiscalYear year) => Holding(All, year);

    /// <summary>Those of <paramref name="all"/> that hold in a fiscal year.</summary>
    public static IReadOnlyList<Indicator> Holding(IEnumerable<Indicator> all, FiscalYear year) =>
    [
        .. all.Where(i => i.FiscalYear <= year.Number)
            .GroupBy(i => i.Id, StringComparer.Ordinal)
            .Select(g => g.MaxBy(i => i.FiscalYear)!)
            .OrderBy(i => i.Formula == Formula.Figures)
            .ThenBy(i => i.AllParts.Any(p => p.From is not null))
            .ThenBy(i => i.Id, StringComparer.Ordinal),
    ];

    private static Indicator Load(string file)
    {
        var result = IndicatorDocument.Read(SchemaFile.Embedded(file));
        return result.Value ?? throw new InvalidOperationException($"schemas/{file}: {string.Join(" ", result.Errors.Select(e => $"{e.Pointer} (line {e.Line}): {e.Message.En} {e.Fix.En}"))}");
    }
}
