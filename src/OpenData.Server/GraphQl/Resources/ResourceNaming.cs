using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>Finds an identifier for each resource that has none, clear of the catalog's names and of one another.</summary>
/// <param name="fixedModules">The modules whose names come first.</param>
internal sealed class ResourceNaming(IEnumerable<ISchemaModule> fixedModules)
{
    /// <summary>What the catalog calls, or will call, by these words stays its own, whatever modules are there today.</summary>
    private static readonly string[] CatalogFields =
    [
        "catalog", "column", "columns", "dataset", "datasets", "dictionary", "dictionaries", "finding", "findings", "group", "groups", "indicator", "indicators", "node", "nodes",
        "organization", "organizations", "query", "release", "releases", "report", "reports", "resource", "resources", "rule", "rules", "search", "statistics", "viewer",
    ];

    private readonly HashSet<string> fields = [.. CatalogFields, .. fixedModules.SelectMany(m => m.RootFieldNames(OperationType.Query))];

    private readonly HashSet<string> types =
    [
        "Query", "Mutation", "Subscription", .. BuiltInScalars.All.Select(s => s.Name), .. fixedModules.SelectMany(m => m.TypeNames),
    ];

    /// <summary>The identifiers to choose; none where every resource has one that it can keep.</summary>
    /// <param name="tables">What is published.</param>
    /// <param name="proven">Identifiers found clear before, by resource: they need no second look.</param>
    public IReadOnlyList<NameWish> Wishes(IReadOnlyList<PublishedTable> tables, Func<PublishedTable, bool> proven)
    {
        List<NameWish> wishes = [];
        var taken = tables.Where(proven).Select(t => t.Name!).ToHashSet(StringComparer.Ordinal);
        foreach (var table in tables.Where(t => !proven(t)))
        {
            if (table.Name is { } name && IsFree(name) && !new ResourceNames(name).MeetsOneOf(taken))
            {
                taken.Add(name);
            }
        }

        foreach (var table in tables)
        {
            if (table.Name is null || !taken.Contains(table.Name))
            {
                var wanted = Clear(table.Name ?? Identifiers.Of(table.Dataset, table.Resources > 1 ? table.Key : null), taken);
                taken.Add(wanted);
                wishes.Add(new NameWish(table.ResourceId, wanted, table.Name));
            }
        }

        return wishes;
    }

    /// <summary>The identifier, with <c>_</c> behind it where it is the catalog's, and a number behind that where it is another resource's.</summary>
    private string Clear(string wanted, HashSet<string> taken)
    {
        var name = IsFree(wanted) ? wanted : wanted + "_";
        var clear = name;
        for (var next = 2; new ResourceNames(clear).MeetsOneOf(taken); next++)
        {
            clear = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}_{next}");
        }

        return clear;
    }

    private bool IsFree(string stem)
    {
        var names = new ResourceNames(stem);
        return !Array.Exists(names.Fields(key: true), fields.Contains) && !Array.Exists(names.Types(numbers: true), types.Contains);
    }
}

/// <summary>GraphQL names made of slugs. Specification 2.1.9 (Names).</summary>
internal static class Identifiers
{
    /// <summary>The slugs' words in camel case; a name cannot start with a digit, so <c>_</c> stands before one.</summary>
    public static string Of(params string?[] slugs)
    {
        var words = slugs.OfType<string>().SelectMany(s => s.Split(['-', '_', '.'], StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var camel = string.Concat(words.Select((w, i) => i == 0 ? w : char.ToUpperInvariant(w[0]) + w[1..]));
        return char.IsAsciiDigit(camel[0]) ? "_" + camel : camel;
    }
}
