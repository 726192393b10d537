using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>The schema has a root type for the operation. Specification 5.2.1.1 (Operation Type Existence).</summary>
public sealed class KnownOperationTypes(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.OperationDefinition;

    public override bool Enter(Node node)
    {
        var operation = ((OperationDefinitionNode)node).Operation;
        if (Context.Schema.RootType(operation) is null) Report($"The {operation.Keyword()} operation is not supported by the schema.", node);
        return true;
    }
}
