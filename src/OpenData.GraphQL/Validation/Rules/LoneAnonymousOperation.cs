using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only one. Specification 5.2.3.1 (Lone Anonymous Operation).</summary>
public sealed class LoneAnonymousOperation(ValidationContext context) : ValidationRule(context)
{
    int operations;

    public override NodeKinds Enters => NodeKinds.Document | NodeKinds.OperationDefinition;

    public override bool Enter(Node node)
    {
        if (node is DocumentNode document) operations = document.Definitions.OfType<OperationDefinitionNode>().Count();
        else if (((OperationDefinitionNode)node).Name is null && operations > 1) Report("This anonymous operation must be the only defined operation.", node);
        return true;
    }
}
