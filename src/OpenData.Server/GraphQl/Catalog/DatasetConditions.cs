using OpenData.Registry;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>The conditions of a <c>DatasetFilter</c>; codes may be written in any way that Form 1 takes.</summary>
internal sealed class DatasetConditions
{
    private readonly List<Func<DatasetFacts, bool>> conditions = [];

    /// <summary>The one owner asked for, which the store looks up itself; null for all, or several.</summary>
    public string? Organization { get; private set; }

    /// <summary>Whether there is more than the store can tell.</summary>
    public bool NeedsSweep { get; private set; }

    public static DatasetConditions Of(IReadOnlyDictionary<string, object?>? where)
    {
        var read = new DatasetConditions();
        var organizations = Values(where, "organization");
        read.Organization = organizations is { Count: 1 } ? organizations[0] : null;
        read.Add(organizations, d => [d.Organization], organizations is { Count: not 1 });
        read.Add(Codes(where, "dataType", "data_type"), d => [d.DataType]);
        read.Add(Codes(where, "category", "data_category"), d => [d.Category]);
        read.Add(Codes(where, "license", "license_id"), d => [d.License]);
        read.Add(Values(where, "tag"), d => d.Tags);
        read.Add(Codes(where, "format", "data_format"), d => d.Formats);
        if (where?.GetValueOrDefault("complies") is bool complies)
        {
            read.NeedsSweep = true;
            read.conditions.Add(d => d.Complies == complies);
        }

        return read;
    }

    /// <summary>The same, of one owner only.</summary>
    public static DatasetConditions Within(string organization, DatasetConditions others)
    {
        var read = new DatasetConditions { NeedsSweep = others.NeedsSweep || (others.Organization is { } other && other != organization), Organization = organization };
        read.conditions.AddRange(others.conditions);
        read.conditions.Add(d => d.Organization == organization);
        return read;
    }

    public bool Hold(DatasetFacts dataset) => conditions.TrueForAll(c => c(dataset));

    private void Add(IReadOnlyList<string>? wanted, Func<DatasetFacts, IEnumerable<string?>> values, bool needsSweep = true)
    {
        if (wanted is null)
        {
            return;
        }

        NeedsSweep |= needsSweep;
        var set = wanted.ToHashSet(StringComparer.Ordinal);
        conditions.Add(d => values(d).Any(v => v is not null && set.Contains(v)));
    }

    private static IReadOnlyList<string>? Codes(IReadOnlyDictionary<string, object?>? where, string name, string list) =>
        Values(where, name) is { } texts ? [.. texts.Select(t => CodeLists.CodeOf(list, t) ?? t)] : null;

    private static IReadOnlyList<string>? Values(IReadOnlyDictionary<string, object?>? where, string name) =>
        where?.GetValueOrDefault(name) is IEnumerable<object?> values ? [.. values.OfType<string>()] : null;
}
