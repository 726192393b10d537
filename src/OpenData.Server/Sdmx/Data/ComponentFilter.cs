using System.Globalization;
using OpenData.Schemas;
using OpenData.Server.Rest.RowQueries;
using OpenData.Server.Sdmx.Structure;
using OpenData.Store;

namespace OpenData.Server.Sdmx.Data;

/// <summary>Reads <c>c[COMPONENT]=…</c>: values with operators, joined by a comma (or) and a plus (and).</summary>
/// <remarks>The text is as it stands in the address: a plus is an operator there, and <c>%2B</c> a plus within a value.</remarks>
internal static class ComponentFilter
{
    private static readonly string[] Operators = ["eq", "ne", "lt", "le", "gt", "ge", "co", "nc", "sw", "ew"];

    /// <summary>The condition, or what is wrong.</summary>
    public static (Filter? Filter, LocalText? Fault) Read(Component component, string raw)
    {
        var alternatives = raw.Split(',');
        if (alternatives.Sum(a => a.Split('+').Length) > ServerLimits.ListValues)
        {
            return (null, SdmxTexts.TooManyValues(component.Id, ServerLimits.ListValues));
        }

        var any = new List<Filter>();
        foreach (var alternative in alternatives)
        {
            var all = new List<Filter>();
            foreach (var part in alternative.Split('+'))
            {
                var (filter, fault) = Part(component, Uri.UnescapeDataString(part));
                if (fault is not null)
                {
                    return (null, fault);
                }

                all.Add(filter!);
            }

            any.Add(all.Count == 1 ? all[0] : new Filter.And(all));
        }

        return (any.Count == 1 ? any[0] : new Filter.Or(any), null);
    }

    /// <summary>The condition that a component has a value of a key.</summary>
    public static (Filter? Filter, LocalText? Fault) OfKey(Component component, string value) => Compare(component, "eq", value);

    private static (Filter? Filter, LocalText? Fault) Part(Component component, string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var how = colon == 2 && Operators.Contains(part[..2]) ? part[..2] : null;
        return Compare(component, how ?? "eq", how is null ? part : part[3..]);
    }

    private static (Filter? Filter, LocalText? Fault) Compare(Component component, string how, string value)
    {
        if (component.IsCoded)
        {
            // Whatever is asked of codes is asked of their ids, which the list has.
            var cells = component.Codes.Where(c => Holds(c.Id, how, value)).Select(c => ValueText.Read(c.Cell, component.Definition.Type)).OfType<RowValue>().ToList();
            return (new Filter.Compare(component.Column, FilterOperator.In, cells), null);
        }

        return component.Kind == ComponentKind.Time ? Period(component, how, value)
            : how is "co" or "nc" or "sw" or "ew" ? Text(component, how, value)
            : Value(component, how, value);
    }

    private static (Filter? Filter, LocalText? Fault) Value(Component component, string how, string value)
    {
        if (ValueText.Read(value, component.Definition.Type) is not { } read)
        {
            return (null, SdmxTexts.Invalid($"c[{component.Id}]", value, SdmxTexts.OfType(StructureXml.TextType(component))));
        }

        var compared = how switch
        {
            "ne" => FilterOperator.Neq,
            "lt" => FilterOperator.Lt,
            "le" => FilterOperator.Lte,
            "gt" => FilterOperator.Gt,
            "ge" => FilterOperator.Gte,
            _ => FilterOperator.Eq,
        };
        return (new Filter.Compare(component.Column, compared, [read]), null);
    }

    private static (Filter? Filter, LocalText? Fault) Text(Component component, string how, string value)
    {
        if (component.Definition.Type is not (ColumnType.Text or ColumnType.Code))
        {
            return (null, SdmxTexts.NoTextOperator(component.Id, how));
        }

        if (value.Contains('\0', StringComparison.Ordinal))
        {
            return (null, SdmxTexts.Invalid($"c[{component.Id}]", value, SdmxTexts.OfType("String")));
        }

        var compared = how switch { "sw" => FilterOperator.StartsWith, "ew" => FilterOperator.EndsWith, _ => FilterOperator.Contains };
        var filter = new Filter.Compare(component.Column, compared, [RowValue.Of(value)]);
        return (how == "nc" ? new Filter.Not(filter) : filter, null);
    }

    /// <summary>A time is compared with the first and last day of the period that is asked for.</summary>
    private static (Filter? Filter, LocalText? Fault) Period(Component component, string how, string value)
    {
        if (how is "co" or "nc" or "sw" or "ew")
        {
            return (null, SdmxTexts.NoTextOperator(component.Id, how));
        }

        if (Days(value) is not var (first, last))
        {
            return (null, SdmxTexts.Invalid($"c[{component.Id}]", value, SdmxTexts.Period));
        }

        Filter.Compare From() => new(component.Column, FilterOperator.Gte, [Edge(component, first, false)]);
        Filter.Compare To() => new(component.Column, FilterOperator.Lte, [Edge(component, last, true)]);
        return (how switch
        {
            "lt" => new Filter.Compare(component.Column, FilterOperator.Lt, [Edge(component, first, false)]),
            "le" => To(),
            "gt" => new Filter.Compare(component.Column, FilterOperator.Gt, [Edge(component, last, true)]),
            "ge" => From(),
            "ne" => new Filter.Not(new Filter.And([From(), To()])),
            _ => new Filter.And([From(), To()]),
        }, null);
    }

    private static RowValue Edge(Component component, DateOnly day, bool end) => component.Definition.Type switch
    {
        ColumnType.Year => RowValue.Of((long)day.Year),
        ColumnType.Date => RowValue.Of(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),

        // Times compare letter by letter; nothing that begins with the day comes behind this.
        _ => RowValue.Of(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (end ? "T23:59:59.9999999Z" : "T00:00")),
    };

    private static (DateOnly First, DateOnly Last)? Days(string value)
    {
        if (value.Length == 4 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1)
        {
            return (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        }

        if (DateOnly.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return (month, new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)));
        }

        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, day) : null;
    }

    private static bool Holds(string id, string how, string value) => how switch
    {
        "ne" => id != value,
        "lt" => string.CompareOrdinal(id, value) < 0,
        "le" => string.CompareOrdinal(id, value) <= 0,
        "gt" => string.CompareOrdinal(id, value) > 0,
        "ge" => string.CompareOrdinal(id, value) >= 0,
        "co" => id.Contains(value, StringComparison.Ordinal),
        "nc" => !id.Contains(value, StringComparison.Ordinal),
        "sw" => id.StartsWith(value, StringComparison.Ordinal),
        "ew" => id.EndsWith(value, StringComparison.Ordinal),
        _ => id == value,
    };
}
