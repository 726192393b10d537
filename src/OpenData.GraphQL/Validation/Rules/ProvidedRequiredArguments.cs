using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Arguments that have to be given are. Specification 5.4.3 (Required Arguments).</summary>
public sealed class ProvidedRequiredArguments(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Leaves => NodeKinds.Field | NodeKinds.Directive;

    public override void Leave(Node node)
    {
        if (node is DirectiveNode directive) OnDirective(directive);
        else if (Context.Types is { Field: { Arguments.Count: > 0 } field })
            foreach (var argument in field.Arguments.Where(a => a.IsRequired && !IsGiven(((FieldNode)node).Arguments, a.Name)))
                Report($"Argument \"{(field.Name.StartsWith("__", StringComparison.Ordinal) ? "<meta>" : Context.Types.ParentType!.Name)}.{field.Name}({argument.Name}:)\" of type \"{argument.Type}\" is required, but it was not provided.", node);
    }

    void OnDirective(DirectiveNode node)
    {
        var name = node.Name.Value;
        var required = Context.Document.Definitions.OfType<DirectiveDefinitionNode>().LastOrDefault(d => d.Name.Value == name) is { } here
            ? here.Arguments.Where(a => a.Type is NonNullTypeNode && a.DefaultValue is null).Select(a => (a.Name.Value, Printer.Print(a.Type)))
            : Context.Schema.Directive(name)?.Arguments.Where(a => a.IsRequired).Select(a => (a.Name, a.Type.ToString()));
        foreach (var (argument, type) in required ?? [])
            if (!IsGiven(node.Arguments, argument))
                Report($"Argument \"@{name}({argument}:)\" of type \"{type}\" is required, but it was not provided.", node);
    }

    static bool IsGiven(IReadOnlyList<ArgumentNode> arguments, string name) => arguments.Any(a => a.Name.Value == name);
}
