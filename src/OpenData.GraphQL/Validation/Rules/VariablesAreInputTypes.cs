using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Variables are of scalar, enum or input object types. Specification 5.8.2 (Variables Are Input Types).</summary>
public sealed class VariablesAreInputTypes(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.VariableDefinition;

    public override bool Enter(Node node)
    {
        var variable = (VariableDefinitionNode)node;
        var type = TypeRef.From(variable.Type);
        if (Context.Schema.Type(type.Name) is { IsInput: false })
            Report($"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type \"{type}\".", variable.Type);
        return true;
    }
}
