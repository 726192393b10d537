using System.Text;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation.Merging;

/// <summary>Compares two fields without what is selected below them, and counts the work. Specification 5.3.2, SameResponseShape() and FieldsInSetCanMerge().</summary>
internal sealed class FieldComparison(ValidationContext context)
{
    readonly Dictionary<ValueNode, string> keys = [];
    int steps;

    public void Spend(int cost)
    {
        if ((steps += cost) > context.Limits.MaxMergeSteps)
            throw new ValidationStoppedException(GraphQLLimits.Refuse("mergeSteps", "The document has too many fields that may have to be merged", steps, context.Limits.MaxMergeSteps));
    }

    /// <summary>Why the two cannot be merged, or null.</summary>
    public string? Difference(CollectedField a, CollectedField b, bool exclusive)
    {
        if (!exclusive)
        {
            if (a.Node.Name.Value != b.Node.Name.Value) return $"\"{Short(a.Node.Name.Value)}\" and \"{Short(b.Node.Name.Value)}\" are different fields";
            if (!SameArguments(a.Node.Arguments, b.Node.Arguments)) return "they have differing arguments";
        }
        var (first, second) = (a.Definition?.Type, b.Definition?.Type);
        return first is not null && second is not null && Conflict(first, second) ? $"they return conflicting types \"{first}\" and \"{second}\"" : null;
    }

    bool SameArguments(IReadOnlyList<ArgumentNode> a, IReadOnlyList<ArgumentNode> b)
    {
        if (a.Count != b.Count) return false;
        foreach (var argument in a)
        {
            Spend(1 + b.Count / 8);
            if (b.LastOrDefault(o => o.Name.Value == argument.Name.Value) is not { } other || Key(argument.Value) != Key(other.Value)) return false;
        }
        return true;
    }

    /// <summary>The value written in one way only: the fields of input objects sorted.</summary>
    string Key(ValueNode value)
    {
        if (keys.TryGetValue(value, out var key)) return key;
        var text = new StringBuilder();
        Write(value, text);
        Spend(text.Length / 16);
        return keys[value] = text.ToString();
    }

    static void Write(ValueNode value, StringBuilder text)
    {
        switch (value)
        {
            case ObjectValueNode map:
                text.Append('{');
                foreach (var field in map.Fields.OrderBy(f => f.Name.Value, StringComparer.Ordinal))
                {
                    text.Append(field.Name.Value).Append(':');
                    Write(field.Value, text);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case ListValueNode list:
                text.Append('[');
                foreach (var item in list.Values)
                {
                    Write(item, text);
                    text.Append(',');
                }
                text.Append(']');
                break;
            default:
                text.Append(Printer.Print(value));
                break;
        }
    }

    bool Conflict(TypeRef a, TypeRef b)
    {
        if (a.Equals(b)) return false;
        if (a.IsList || b.IsList) return !a.IsList || !b.IsList || Conflict(a.OfType!, b.OfType!);
        if (a.IsNonNull || b.IsNonNull) return !a.IsNonNull || !b.IsNonNull || Conflict(a.OfType!, b.OfType!);
        return context.Schema.Type(a.Name) is { IsLeaf: true } || context.Schema.Type(b.Name) is { IsLeaf: true };
    }

    static string Short(string text) => text.Length > 1000 ? text[..1000] + "..." : text;
}
