using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>Reads <c>column=value</c> and <c>column.op=value</c> as a condition on rows.</summary>
internal static class FilterParameter
{
    /// <summary>The operators by the names of the public interfaces.</summary>
    public static readonly IReadOnlyDictionary<string, FilterOperator> Operators = new Dictionary<string, FilterOperator>(StringComparer.Ordinal)
    {
        ["eq"] = FilterOperator.Eq,
        ["neq"] = FilterOperator.Neq,
        ["gt"] = FilterOperator.Gt,
        ["gte"] = FilterOperator.Gte,
        ["lt"] = FilterOperator.Lt,
        ["lte"] = FilterOperator.Lte,
        ["in"] = FilterOperator.In,
        ["nin"] = FilterOperator.Nin,
        ["contains"] = FilterOperator.Contains,
        ["startsWith"] = FilterOperator.StartsWith,
        ["endsWith"] = FilterOperator.EndsWith,
        ["isNull"] = FilterOperator.IsNull,
    };

    /// <summary>The condition, or null with its fault added to <paramref name="faults"/>.</summary>
    public static Filter.Compare? Read(Parameter parameter, DataDictionary dictionary, IReadOnlyList<string> reserved, List<ProblemError> faults)
    {
        var dot = parameter.Name.IndexOf('.', StringComparison.Ordinal);
        var columnName = dot < 0 ? parameter.Name : parameter.Name[..dot];
        var operatorName = dot < 0 ? "eq" : parameter.Name[(dot + 1)..];
        var index = dictionary.IndexOf(columnName);
        if (index < 0)
        {
            faults.Add(dot < 0 ? RowTexts.UnknownParameter(columnName, reserved, dictionary) : RowTexts.UnknownColumn(parameter.Name, columnName, dictionary));
            return null;
        }

        return Read(parameter, index, dictionary.Columns[index], operatorName, faults);
    }

    /// <summary>The condition on a column that is known already.</summary>
    public static Filter.Compare? Read(Parameter parameter, int index, DictionaryColumn column, string operatorName, List<ProblemError> faults)
    {
        if (!Operators.TryGetValue(operatorName, out var filterOperator))
        {
            faults.Add(RowTexts.UnknownOperator(parameter.Name, operatorName, [.. Operators.Keys]));
            return null;
        }

        if (!Fits(filterOperator, column.Type))
        {
            faults.Add(RowTexts.OperatorNotForType(parameter.Name, operatorName, column, [.. Fitting(column.Type)]));
            return null;
        }

        return Values(parameter, filterOperator, column.Type, faults) is { } values ? new Filter.Compare(index, filterOperator, values) : null;
    }

    /// <summary>The operators that fit a type, by name.</summary>
    public static IEnumerable<string> Fitting(ColumnType type) => Operators.Where(o => Fits(o.Value, type)).Select(o => o.Key);

    private static bool Fits(FilterOperator filterOperator, ColumnType type) => filterOperator switch
    {
        FilterOperator.Contains or FilterOperator.StartsWith or FilterOperator.EndsWith => type is ColumnType.Text or ColumnType.Code,
        FilterOperator.Gt or FilterOperator.Gte or FilterOperator.Lt or FilterOperator.Lte => type != ColumnType.Boolean,
        _ => true,
    };

    private static IReadOnlyList<RowValue>? Values(Parameter parameter, FilterOperator filterOperator, ColumnType type, List<ProblemError> faults) => filterOperator switch
    {
        FilterOperator.IsNull => One(parameter, ColumnType.Boolean, faults),
        FilterOperator.In or FilterOperator.Nin => Several(parameter, type, faults),
        _ => One(parameter, type, faults),
    };

    private static IReadOnlyList<RowValue>? One(Parameter parameter, ColumnType type, List<ProblemError> faults)
    {
        if (ValueText.Read(parameter.Value, type) is { } value)
        {
            return [value];
        }

        faults.Add(ParameterTexts.Invalid(parameter.Name, parameter.Value, RowTexts.Wanted(type)));
        return null;
    }

    private static List<RowValue>? Several(Parameter parameter, ColumnType type, List<ProblemError> faults)
    {
        if (ValueList.Split(parameter.Value) is not { Count: <= ServerLimits.ListValues } texts)
        {
            faults.Add(ParameterTexts.Invalid(parameter.Name, parameter.Value, RowTexts.List));
            return null;
        }

        var values = new List<RowValue>(texts.Count);
        foreach (var text in texts)
        {
            if (ValueText.Read(text, type) is not { } value)
            {
                faults.Add(ParameterTexts.Invalid(parameter.Name, text, RowTexts.Wanted(type)));
                return null;
            }

            values.Add(value);
        }

        return values;
    }
}
