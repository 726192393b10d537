namespace OpenData.GraphQL.Language;

/// <summary>Specification 2.3 (Operations).</summary>
public enum OperationType { Query, Mutation, Subscription }

public static class OperationTypeName
{
    /// <summary>The keyword of an operation type.</summary>
    public static string Keyword(this OperationType type) => type switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}

/// <summary>Specification 2.3 (Operations).</summary>
public sealed class OperationDefinitionNode(StringValueNode? description, OperationType operation, NameNode? name,
    IReadOnlyList<VariableDefinitionNode> variableDefinitions, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : DefinitionNode(description, directives)
{
    public override NodeKinds Kind => NodeKinds.OperationDefinition;

    public OperationType Operation { get; } = operation;

    public NameNode? Name { get; } = name;

    public IReadOnlyList<VariableDefinitionNode> VariableDefinitions { get; } = variableDefinitions;

    public SelectionSetNode SelectionSet { get; } = selectionSet;

    internal override void Walk(INodeWalker walker)
    {
        walker.Visit(VariableDefinitions);
        walker.Visit(Directives);
        walker.Visit(SelectionSet);
    }
}

/// <summary>Specification 2.11 (Variables); descriptions are new in the September 2025 edition.</summary>
public sealed class VariableDefinitionNode(StringValueNode? description, VariableNode variable, TypeNode type, ValueNode? defaultValue, IReadOnlyList<DirectiveNode> directives)
    : Node, IHasDirectives
{
    public override NodeKinds Kind => NodeKinds.VariableDefinition;

    public StringValueNode? Description { get; } = description;

    public VariableNode Variable { get; } = variable;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    internal override void Walk(INodeWalker walker)
    {
        walker.Visit(Variable);
        walker.Visit(Type);
        walker.Visit(DefaultValue);
        walker.Visit(Directives);
    }
}

/// <summary>Specification 2.4 (Selection Sets).</summary>
public sealed class SelectionSetNode(IReadOnlyList<SelectionNode> selections) : Node
{
    public override NodeKinds Kind => NodeKinds.SelectionSet;

    public IReadOnlyList<SelectionNode> Selections { get; } = selections;

    internal override void Walk(INodeWalker walker) => walker.Visit(Selections);
}

public abstract class SelectionNode(IReadOnlyList<DirectiveNode> directives) : Node, IHasDirectives
{
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>Specification 2.5 (Fields) and 2.7 (Field Alias).</summary>
public sealed class FieldNode(NameNode? alias, NameNode name, IReadOnlyList<ArgumentNode> arguments, IReadOnlyList<DirectiveNode> directives, SelectionSetNode? selectionSet)
    : SelectionNode(directives)
{
    public override NodeKinds Kind => NodeKinds.Field;

    public NameNode? Alias { get; } = alias;

    public NameNode Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;

    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The alias where there is one, else the name: the key in the response.</summary>
    public string ResponseName => (Alias ?? Name).Value;

    internal override void Walk(INodeWalker walker)
    {
        walker.Visit(Arguments);
        walker.Visit(Directives);
        walker.Visit(SelectionSet);
    }
}

/// <summary>Specification 2.8 (Fragments).</summary>
public sealed class FragmentSpreadNode(NameNode name, IReadOnlyList<DirectiveNode> directives) : SelectionNode(directives)
{
    public override NodeKinds Kind => NodeKinds.FragmentSpread;

    public NameNode Name { get; } = name;

    internal override void Walk(INodeWalker walker) => walker.Visit(Directives);
}

/// <summary>Specification 2.8.2 (Inline Fragments).</summary>
public sealed class InlineFragmentNode(NamedTypeNode? typeCondition, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet) : SelectionNode(directives)
{
    public override NodeKinds Kind => NodeKinds.InlineFragment;

    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    public SelectionSetNode SelectionSet { get; } = selectionSet;

    internal override void Walk(INodeWalker walker)
    {
        walker.Visit(TypeCondition);
        walker.Visit(Directives);
        walker.Visit(SelectionSet);
    }
}

/// <summary>Specification 2.8 (Fragments); descriptions are new in the September 2025 edition.</summary>
public sealed class FragmentDefinitionNode(StringValueNode? description, NameNode name, NamedTypeNode typeCondition, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : DefinitionNode(description, directives)
{
    public override NodeKinds Kind => NodeKinds.FragmentDefinition;

    public NameNode Name { get; } = name;

    public NamedTypeNode TypeCondition { get; } = typeCondition;

    public SelectionSetNode SelectionSet { get; } = selectionSet;

    internal override void Walk(INodeWalker walker)
    {
        walker.Visit(TypeCondition);
        walker.Visit(Directives);
        walker.Visit(SelectionSet);
    }
}
