using OpenData.GraphQL.Language;
using OpenData.GraphQL.Text;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>The type has the field. Specification 5.3.1 (Field Selections).</summary>
public sealed class FieldsOnCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.Field;

    public override bool Enter(Node node)
    {
        if (Context.Types is not { ParentType: { } type, Field: null }) return true;
        var name = ((FieldNode)node).Name.Value;
        var suggestion = SuggestionBudget.Sentence(TypesWith(type, name), "to use an inline fragment on");
        if (suggestion.Length == 0 && type is FieldsType fields) suggestion = Context.Suggestions.DidYouMean(name, fields.Fields.Names);
        Report($"Cannot query field \"{name}\" on type \"{type}\".{suggestion}", node);
        return true;
    }

    /// <summary>The possible types of an abstract type that have the field, and the interfaces these share, the most shared first.</summary>
    string[] TypesWith(NamedType type, string field)
    {
        if (!type.IsAbstract || !Context.Suggestions.CanAfford(1)) return [];
        var schema = Context.Schema;
        var found = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var possible in schema.PossibleTypes(type).Select(schema.Type).OfType<ObjectType>())
        {
            if (possible.Fields[field] is null) continue;
            found.TryAdd(possible.Name, 1);
            foreach (var name in possible.Interfaces)
                if (schema.Type(name) is InterfaceType shared && shared.Fields[field] is not null) found[name] = found.GetValueOrDefault(name) + 1;
        }
        return [.. found.OrderByDescending(f => f.Value).ThenBy(f => f.Key, Comparer<string>.Create(ByKinship)).Select(f => f.Key)];

        int ByKinship(string a, string b) =>
            schema.Type(a) is InterfaceType first && schema.IsSubType(first, b) ? -1
            : schema.Type(b) is InterfaceType second && schema.IsSubType(second, a) ? 1
            : NaturalOrder.Instance.Compare(a, b);
    }
}
