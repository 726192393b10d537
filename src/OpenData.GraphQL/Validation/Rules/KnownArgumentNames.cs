using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Arguments exist. Specification 5.4.1 (Argument Names).</summary>
public sealed class KnownArgumentNames(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.Argument | NodeKinds.Directive;

    public override bool Enter(Node node)
    {
        if (node is DirectiveNode directive)
        {
            OnDirective(directive);
            return false;
        }
        var argument = (ArgumentNode)node;
        if (Context.Types is { Argument: null, Field: { } field })
        {
            var owner = field.Name.StartsWith("__", StringComparison.Ordinal) ? "<meta>" : Context.Types.ParentType!.Name;
            Report($"Unknown argument \"{argument.Name.Value}\" on field \"{owner}.{field.Name}\".{Context.Suggestions.DidYouMean(argument.Name.Value, field.Arguments.Select(a => a.Name))}", argument);
        }
        return true;
    }

    void OnDirective(DirectiveNode directive)
    {
        var name = directive.Name.Value;
        var known = Context.Document.Definitions.OfType<DirectiveDefinitionNode>().LastOrDefault(d => d.Name.Value == name)?.Arguments.Select(a => a.Name.Value)
            ?? Context.Schema.Directive(name)?.Arguments.Select(a => a.Name);
        if (known is null) return;
        foreach (var argument in directive.Arguments.Where(a => !known.Contains(a.Name.Value)))
            Report($"Unknown argument \"{argument.Name.Value}\" on directive \"@{name}\".{Context.Suggestions.DidYouMean(argument.Name.Value, known)}", argument);
    }
}
