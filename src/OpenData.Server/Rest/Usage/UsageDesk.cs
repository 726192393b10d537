using System.Globalization;
using OpenData.Registry.Usage;
using OpenData.Scores;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.Usage;

/// <summary>Usage for whoever asks: of what is published for everybody, of the rest for those who see it.</summary>
internal sealed class UsageDesk(IDataStore store, Catalog catalog, ServerOptions options)
{
    private static readonly string[] Ways = ["day", "month"];
    private static readonly UsagePart[] Standard = [UsagePart.Dataset, UsagePart.Face];

    /// <summary>The report that a query asks for: the last thirty days where it says nothing. Faults go to <paramref name="faults"/>.</summary>
    public UsageQuery Read(Func<string, string?> parameter, List<ProblemError> faults)
    {
        var today = FiscalYear.ThaiDay(options.Clock.GetUtcNow());
        var to = Day("to", parameter, today, faults);
        var from = Day("from", parameter, to.AddDays(1 - Math.Min(ServerLimits.UsageStandardDays, to.DayNumber + 1)), faults);
        if (faults.Count == 0 && (from > to || to.DayNumber - from.DayNumber >= ServerLimits.UsageDays))
        {
            faults.Add(ParameterTexts.Invalid("from", parameter("from") ?? Text(from), UsageTexts.Days));
        }

        var by = parameter("by") ?? Ways[0];
        if (!Ways.Contains(by))
        {
            faults.Add(ParameterTexts.OneOf("by", by, Ways));
        }

        return new UsageQuery(from, to, by == Ways[1], Per(parameter("per"), faults)) { Organization = Name("organization", parameter, faults), Dataset = Name("dataset", parameter, faults) };
    }

    /// <summary>The lines that the caller may see.</summary>
    public Task<IReadOnlyList<UsageCount>> ListAsync(UsageQuery query, CancellationToken cancellation) =>
        store.Usage.ListAsync(query with { PublishedOnly = !catalog.Caller.SeesAll, Including = catalog.Caller.Organizations }, cancellation);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string name, Func<string, string?> parameter, DateOnly standard, List<ProblemError> faults)
    {
        if (parameter(name) is not { } text)
        {
            return standard;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        faults.Add(ParameterTexts.Invalid(name, text, UsageTexts.ADay));
        return standard;
    }

    private static UsagePart[] Per(string? text, List<ProblemError> faults)
    {
        if (text is null)
        {
            return Standard;
        }

        var known = Enum.GetValues<UsagePart>().ToDictionary(UsageTexts.Word, p => p);
        var words = text.Length == 0 ? [] : text.Split(',');
        if (Array.Find(words, w => !known.ContainsKey(w)) is { } wrong)
        {
            faults.Add(ParameterTexts.OneOf("per", wrong, [.. known.Keys]));
            return Standard;
        }

        return [.. words.Select(w => known[w]).Distinct()];
    }

    private static string? Name(string name, Func<string, string?> parameter, List<ProblemError> faults)
    {
        if (parameter(name) is { } text && !Slug.Is(text))
        {
            faults.Add(ParameterTexts.Invalid(name, text, Datasets.DatasetTexts.SlugForm));
        }

        return parameter(name);
    }
}
