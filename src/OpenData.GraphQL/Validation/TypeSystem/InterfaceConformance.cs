using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation.TypeSystem;

/// <summary>Whether a type keeps what its interfaces promise. Specification 3.6, IsValidImplementation().</summary>
internal sealed class InterfaceConformance(Schema schema, FieldsType type, Action<string> report)
{
    public void Check()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in type.Interfaces)
        {
            if (schema.Type(name) is not InterfaceType implemented) report($"Type {type} must only implement Interface types, it cannot implement {name}.");
            else if (name == type.Name) report($"Type {type} cannot implement itself because it would create a circular reference.");
            else if (!seen.Add(name)) report($"Type {type} can only implement {name} once.");
            else
            {
                Ancestors(implemented);
                foreach (var promised in implemented.Fields) Field(implemented, promised);
            }
        }
    }

    void Ancestors(InterfaceType implemented)
    {
        foreach (var transitive in implemented.Interfaces.Where(i => !type.Interfaces.Contains(i)))
            report(transitive == type.Name
                ? $"Type {type} cannot implement {implemented} because it would create a circular reference."
                : $"Type {type} must implement {transitive} because it is implemented by {implemented}.");
    }

    void Field(InterfaceType implemented, FieldDefinition promised)
    {
        var (there, here) = ($"{implemented}.{promised.Name}", $"{type}.{promised.Name}");
        if (type.Fields[promised.Name] is not { } field)
        {
            report($"Interface field {there} expected but {type} does not provide it.");
            return;
        }
        if (!IsSubType(field.Type, promised.Type)) report($"Interface field {there} expects type {promised.Type} but {here} is type {field.Type}.");
        foreach (var wanted in promised.Arguments)
        {
            if (field.Argument(wanted.Name) is not { } argument) report($"Interface field argument {there}({wanted.Name}:) expected but {here} does not provide it.");
            else if (!argument.Type.Equals(wanted.Type)) report($"Interface field argument {there}({wanted.Name}:) expects type {wanted.Type} but {here}({wanted.Name}:) is type {argument.Type}.");
        }
        foreach (var added in field.Arguments.Where(a => a.IsRequired && promised.Argument(a.Name) is null))
            report($"Argument \"{here}({added.Name}:)\" must not be required type \"{added.Type}\" if not provided by the Interface field \"{there}\".");
        if (field.DeprecationReason is not null && promised.DeprecationReason is null)
            report($"Interface field {there} is not deprecated, so implementation field {here} must not be deprecated.");
    }

    /// <summary>Specification 3.6, IsValidImplementationFieldType().</summary>
    bool IsSubType(TypeRef own, TypeRef promised)
    {
        if (own.Equals(promised)) return true;
        if (promised.IsNonNull) return own.IsNonNull && IsSubType(own.OfType!, promised.OfType!);
        if (own.IsNonNull) return IsSubType(own.OfType!, promised);
        if (promised.IsList || own.IsList) return promised.IsList && own.IsList && IsSubType(own.OfType!, promised.OfType!);
        return schema.Type(promised.Name) is { IsAbstract: true } abstractType && schema.IsSubType(abstractType, own.Name);
    }
}
