using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Types that are named exist. Specification 5.5.1.2 (Fragment Spread Type Existence) and 5.8.2 (Variables Are Input Types).</summary>
public sealed class KnownTypeNames(ValidationContext context) : ValidationRule(context)
{
    /// <summary>Which built-in scalars a schema has is known only when all its types are built: not for the sake of a suggestion.</summary>
    const int FewEnoughToBuild = 200;
    HashSet<string>? definedHere;

    public override NodeKinds Enters => NodeKinds.NamedType;

    public override bool Enter(Node node)
    {
        var name = ((NamedTypeNode)node).Name.Value;
        if (IsInSchema(name)) return true;
        definedHere ??= [.. Context.Document.Definitions.OfType<TypeDefinitionNode>().Where(d => !d.IsExtension).Select(d => d.Name.Value)];
        if (definedHere.Contains(name)) return true;
        var inTypeSystem = Context.Definition is TypeSystemNode;
        var standard = BuiltInScalars.All.Concat<NamedType>(Introspection.Types).Select(t => t.Name);
        if (inTypeSystem && standard.Contains(name)) return true;

        var suggestions = "";
        if (Context.Suggestions.CanAfford(Context.Schema.TypeCount))
        {
            var known = ReachableNames().Concat(definedHere);
            suggestions = Context.Suggestions.DidYouMean(name, inTypeSystem ? standard.Concat(known) : known);
        }
        Report($"Unknown type \"{name}\".{suggestions}", node);
        return true;
    }

    /// <summary>A built-in scalar that nothing refers to is not part of the schema (3.5), but naming it does no harm where it exists at all.</summary>
    bool IsInSchema(string name) => Context.Schema.Type(name) is not null;

    IEnumerable<string> ReachableNames() => Context.Schema.TypeCount <= FewEnoughToBuild
        ? ReachableTypes.Of(Context.Schema).Select(t => t.Name)
        : Context.Schema.DefinedTypeNames;
}
