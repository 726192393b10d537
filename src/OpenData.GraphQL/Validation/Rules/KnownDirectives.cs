using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Directives exist and stand where they may. Specification 5.7.1 (Directives Are Defined) and 5.7.2 (Directives Are in Valid Locations).</summary>
public sealed class KnownDirectives : ValidationRule
{
    readonly Dictionary<string, IEnumerable<string>> locations = new(StringComparer.Ordinal);

    public KnownDirectives(ValidationContext context) : base(context)
    {
        foreach (var directive in context.Schema.Directives) locations[directive.Name] = directive.Locations;
        foreach (var directive in context.Document.Definitions.OfType<DirectiveDefinitionNode>())
            locations[directive.Name.Value] = directive.Locations.Select(l => l.Value);
    }

    public override NodeKinds Enters => NodeKinds.Directive;

    public override bool Enter(Node node)
    {
        var name = ((DirectiveNode)node).Name.Value;
        if (!locations.TryGetValue(name, out var allowed)) Report($"Unknown directive \"@{name}\".", node);
        else if (LocationOf(Context.Parent!) is { } location && !allowed.Contains(location)) Report($"Directive \"@{name}\" may not be used on {location}.", node);
        return true;
    }

    string? LocationOf(Node parent) => parent switch
    {
        OperationDefinitionNode { Operation: OperationType.Query } => DirectiveLocations.Query,
        OperationDefinitionNode { Operation: OperationType.Mutation } => DirectiveLocations.Mutation,
        OperationDefinitionNode => DirectiveLocations.Subscription,
        FieldNode => DirectiveLocations.Field,
        FragmentSpreadNode => DirectiveLocations.FragmentSpread,
        InlineFragmentNode => DirectiveLocations.InlineFragment,
        FragmentDefinitionNode => DirectiveLocations.FragmentDefinition,
        VariableDefinitionNode => DirectiveLocations.VariableDefinition,
        SchemaDefinitionNode => DirectiveLocations.Schema,
        ScalarTypeDefinitionNode => DirectiveLocations.Scalar,
        ObjectTypeDefinitionNode => DirectiveLocations.Object,
        FieldDefinitionNode => DirectiveLocations.FieldDefinition,
        InterfaceTypeDefinitionNode => DirectiveLocations.Interface,
        UnionTypeDefinitionNode => DirectiveLocations.Union,
        EnumTypeDefinitionNode => DirectiveLocations.Enum,
        EnumValueDefinitionNode => DirectiveLocations.EnumValue,
        InputObjectTypeDefinitionNode => DirectiveLocations.InputObject,
        InputValueDefinitionNode => Context.Definition is InputObjectTypeDefinitionNode ? DirectiveLocations.InputFieldDefinition : DirectiveLocations.ArgumentDefinition,
        _ => null,
    };
}
