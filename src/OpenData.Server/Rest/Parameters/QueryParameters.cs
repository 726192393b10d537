using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Parameters;

/// <summary>One parameter of a query string, decoded.</summary>
internal readonly record struct Parameter(string Name, string Value);

/// <summary>The parameters of a query string, each at most once; nothing that a client sent is passed over in silence.</summary>
internal sealed class QueryParameters
{
    private QueryParameters(IReadOnlyList<Parameter> all) => All = all;

    /// <summary>No parameters.</summary>
    public static QueryParameters None { get; } = new([]);

    /// <summary>Every parameter, in the order given.</summary>
    public IReadOnlyList<Parameter> All { get; }

    /// <summary>The value of the parameter called <paramref name="name"/>, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var parameter in All)
            {
                if (parameter.Name == name)
                {
                    return parameter.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Reads the query of <paramref name="request"/>; faults of form go to <paramref name="faults"/>.</summary>
    public static QueryParameters Read(HttpRequest request, List<ProblemError> faults)
    {
        var parts = (request.QueryString.Value ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > ServerLimits.Parameters)
        {
            faults.Add(ParameterTexts.TooMany(parts.Length));
            return new QueryParameters([]);
        }

        var all = new List<Parameter>(parts.Length);
        foreach (var part in parts)
        {
            Add(part, all, faults);
        }

        CheckLanguage(all, faults);
        return new QueryParameters(all);
    }

    /// <summary>Reads the query, and refuses whatever is not in <paramref name="known"/> (nor <c>lang</c>).</summary>
    public static QueryParameters Read(HttpRequest request, List<ProblemError> faults, params string[] known)
    {
        var parameters = Read(request, faults);
        foreach (var parameter in parameters.All.Where(p => p.Name != AskedLanguage.Name && !known.Contains(p.Name)))
        {
            faults.Add(ParameterTexts.Unknown(parameter.Name, [.. known, AskedLanguage.Name]));
        }

        return parameters;
    }

    private static void Add(string part, List<Parameter> all, List<ProblemError> faults)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        var (rawName, rawValue) = equals < 0 ? (part, "") : (part[..equals], part[(equals + 1)..]);
        if (PercentText.Decode(rawName) is not { } name || PercentText.Decode(rawValue) is not { } value)
        {
            faults.Add(ParameterTexts.Malformed(rawName, part));
        }
        else if (all.Exists(p => p.Name == name))
        {
            faults.Add(ParameterTexts.Duplicate(name));
        }
        else
        {
            all.Add(new Parameter(name, value));
        }
    }

    private static void CheckLanguage(List<Parameter> all, List<ProblemError> faults)
    {
        foreach (var asked in all.Where(p => p.Name == AskedLanguage.Name && AskedLanguage.Parse(p.Value) is null))
        {
            faults.Add(ParameterTexts.OneOf(asked.Name, asked.Value, ["th", "en"]));
        }
    }
}
