using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>A document to be executed holds operations and fragments only. Specification 5.1.1 (Executable Definitions).</summary>
public sealed class ExecutableDefinitions(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.Document;

    public override bool Enter(Node node)
    {
        foreach (var definition in ((DocumentNode)node).Definitions.OfType<TypeSystemNode>())
        {
            var name = definition switch
            {
                TypeDefinitionNode type => $"\"{type.Name.Value}\"",
                DirectiveDefinitionNode directive => $"\"{directive.Name.Value}\"",
                _ => "schema",
            };
            Report($"The {name} definition is not executable.", definition);
        }
        return false;
    }
}
