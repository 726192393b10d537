namespace OpenData.GraphQL.Language;

/// <summary>The kinds of syntax nodes, as bits so that a validation rule can say at once which it wants to see.</summary>
[Flags]
public enum NodeKinds : long
{
    None = 0,
    Document = 1L << 0,
    OperationDefinition = 1L << 1,
    VariableDefinition = 1L << 2,
    SelectionSet = 1L << 3,
    Field = 1L << 4,
    Argument = 1L << 5,
    FragmentSpread = 1L << 6,
    InlineFragment = 1L << 7,
    FragmentDefinition = 1L << 8,
    Variable = 1L << 9,
    IntValue = 1L << 10,
    FloatValue = 1L << 11,
    StringValue = 1L << 12,
    BooleanValue = 1L << 13,
    NullValue = 1L << 14,
    EnumValue = 1L << 15,
    ListValue = 1L << 16,
    ObjectValue = 1L << 17,
    ObjectField = 1L << 18,
    Directive = 1L << 19,
    NamedType = 1L << 20,
    ListType = 1L << 21,
    NonNullType = 1L << 22,
    SchemaDefinition = 1L << 23,
    OperationTypeDefinition = 1L << 24,
    ScalarTypeDefinition = 1L << 25,
    ObjectTypeDefinition = 1L << 26,
    FieldDefinition = 1L << 27,
    InputValueDefinition = 1L << 28,
    InterfaceTypeDefinition = 1L << 29,
    UnionTypeDefinition = 1L << 30,
    EnumTypeDefinition = 1L << 31,
    EnumValueDefinition = 1L << 32,
    InputObjectTypeDefinition = 1L << 33,
    DirectiveDefinition = 1L << 34,
    Name = 1L << 35,
}

/// <summary>A node of the syntax tree, with the span of bytes it was read from.</summary>
public abstract class Node
{
    public abstract NodeKinds Kind { get; }

    /// <summary>The document the node was read from; null when a program made the node.</summary>
    public Source? Source { get; internal set; }

    /// <summary>The offset of the first byte of the node.</summary>
    public int Start { get; internal set; }

    /// <summary>The offset after the last byte of the node.</summary>
    public int End { get; internal set; }

    public SourceLocation Location => Source?.LocationOf(Start) ?? default;

    /// <summary>Shows the children to a walker in the order of the text, descriptions and names left out: no rule reads them.</summary>
    internal virtual void Walk(INodeWalker walker) { }

    public override string ToString() => Printer.Print(this);
}

/// <summary>What a node shows its children to.</summary>
internal interface INodeWalker
{
    void Visit(Node? node);

    void Visit(IReadOnlyList<Node> nodes);
}

/// <summary>Specification 2.1.9 (Names).</summary>
public sealed class NameNode(string value) : Node
{
    public override NodeKinds Kind => NodeKinds.Name;

    public string Value { get; } = value;
}

/// <summary>Specification 2.2 (Document).</summary>
public sealed class DocumentNode(IReadOnlyList<DefinitionNode> definitions) : Node
{
    public override NodeKinds Kind => NodeKinds.Document;

    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;

    /// <summary>How many lexical tokens the document has.</summary>
    public int TokenCount { get; internal set; }

    internal override void Walk(INodeWalker walker) => walker.Visit(Definitions);
}

/// <summary>Anything that stands at the top of a document.</summary>
public abstract class DefinitionNode(StringValueNode? description, IReadOnlyList<DirectiveNode> directives) : Node, IHasDirectives
{
    public StringValueNode? Description { get; } = description;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A node that directives can be written on.</summary>
public interface IHasDirectives
{
    IReadOnlyList<DirectiveNode> Directives { get; }
}

/// <summary>Specification 2.13 (Directives).</summary>
public sealed class DirectiveNode(NameNode name, IReadOnlyList<ArgumentNode> arguments) : Node
{
    public override NodeKinds Kind => NodeKinds.Directive;

    public NameNode Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;

    internal override void Walk(INodeWalker walker) => walker.Visit(Arguments);
}

/// <summary>Specification 2.6 (Arguments).</summary>
public sealed class ArgumentNode(NameNode name, ValueNode value) : Node
{
    public override NodeKinds Kind => NodeKinds.Argument;

    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;

    internal override void Walk(INodeWalker walker) => walker.Visit(Value);
}
