using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>A directive that is not repeatable stands once at a place. Specification 5.7.3 (Directives Are Unique per Location).</summary>
public sealed class UniqueDirectivesPerLocation : ValidationRule
{
    readonly Dictionary<string, bool> unique = new(StringComparer.Ordinal);
    readonly Dictionary<string, Dictionary<string, DirectiveNode>> byType = new(StringComparer.Ordinal);
    readonly Dictionary<string, DirectiveNode> onSchema = new(StringComparer.Ordinal);

    public UniqueDirectivesPerLocation(ValidationContext context) : base(context)
    {
        foreach (var directive in context.Schema.Directives) unique[directive.Name] = !directive.IsRepeatable;
        foreach (var directive in context.Document.Definitions.OfType<DirectiveDefinitionNode>()) unique[directive.Name.Value] = !directive.Repeatable;
    }

    public override NodeKinds Enters => (NodeKinds)(-1L) & ~(NodeKinds.Directive | NodeKinds.Argument);

    public override bool Enter(Node node)
    {
        if (node is not IHasDirectives { Directives: { Count: > 0 } directives }) return true;
        var seen = Seen(node);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (unique.GetValueOrDefault(name) && !seen.TryAdd(name, directive))
                Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
        }
        return true;
    }

    /// <summary>A type and its extensions are one place, and so are the schema and its extensions.</summary>
    Dictionary<string, DirectiveNode> Seen(Node node)
    {
        if (node is SchemaDefinitionNode) return onSchema;
        if (node is not TypeDefinitionNode type) return new(StringComparer.Ordinal);
        if (!byType.TryGetValue(type.Name.Value, out var seen)) byType.Add(type.Name.Value, seen = new(StringComparer.Ordinal));
        return seen;
    }
}
