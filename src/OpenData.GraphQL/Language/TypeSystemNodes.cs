namespace OpenData.GraphQL.Language;

/// <summary>A definition or an extension of the type system. Specification 3 (Type System) and 3.4.3, 3.5.5 … (Extensions).</summary>
public abstract class TypeSystemNode(bool isExtension, StringValueNode? description, IReadOnlyList<DirectiveNode> directives) : DefinitionNode(description, directives)
{
    /// <summary>Whether the definition begins with <c>extend</c>.</summary>
    public bool IsExtension { get; } = isExtension;
}

/// <summary>Specification 3.3 (Schema).</summary>
public sealed class SchemaDefinitionNode(bool isExtension, StringValueNode? description, IReadOnlyList<DirectiveNode> directives, IReadOnlyList<OperationTypeDefinitionNode> operationTypes)
    : TypeSystemNode(isExtension, description, directives)
{
    public override NodeKinds Kind => NodeKinds.SchemaDefinition;

    public IReadOnlyList<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;

    internal override void Walk(INodeWalker walker)
    {
        walker.Visit(Directives);
        walker.Visit(OperationTypes);
    }
}

public sealed class OperationTypeDefinitionNode(OperationType operation, NamedTypeNode type) : Node
{
    public override NodeKinds Kind => NodeKinds.OperationTypeDefinition;

    public OperationType Operation { get; } = operation;

    public NamedTypeNode Type { get; } = type;

    internal override void Walk(INodeWalker walker) => walker.Visit(Type);
}

/// <summary>Specification 3.4 (Types).</summary>
public abstract class TypeDefinitionNode(bool isExtension, StringValueNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : TypeSystemNode(isExtension, description, directives)
{
    public NameNode Name { get; } = name;
}

/// <summary>Specification 3.5 (Scalars).</summary>
public sealed class ScalarTypeDefinitionNode(bool isExtension, StringValueNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : TypeDefinitionNode(isExtension, description, name, directives)
{
    public override NodeKinds Kind => NodeKinds.ScalarTypeDefinition;

    internal override void Walk(INodeWalker walker) => walker.Visit(Directives);
}

/// <summary>What objects and interfaces share.</summary>
public abstract class FieldsDefinitionNode(bool isExtension, StringValueNode? description, NameNode name, IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives, IReadOnlyList<FieldDefinitionNode> fields) : TypeDefinitionNode(isExtension, description, name, directives)
{
    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;

    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;

    internal override void Walk(INodeWalker walker)
    {
        walker.Visit(Interfaces);
        walker.Visit(Directives);
        walker.Visit(Fields);
    }
}

/// <summary>Specification 3.6 (Objects).</summary>
public sealed class ObjectTypeDefinitionNode(bool isExtension, StringValueNode? description, NameNode name, IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives, IReadOnlyList<FieldDefinitionNode> fields) : FieldsDefinitionNode(isExtension, description, name, interfaces, directives, fields)
{
    public override NodeKinds Kind => NodeKinds.ObjectTypeDefinition;
}

/// <summary>Specification 3.7 (Interfaces).</summary>
public sealed class InterfaceTypeDefinitionNode(bool isExtension, StringValueNode? description, NameNode name, IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives, IReadOnlyList<FieldDefinitionNode> fields) : FieldsDefinitionNode(isExtension, description, name, interfaces, directives, fields)
{
    public override NodeKinds Kind => NodeKinds.InterfaceTypeDefinition;
}

public sealed class FieldDefinitionNode(StringValueNode? description, NameNode name, IReadOnlyList<InputValueDefinitionNode> arguments, TypeNode type, IReadOnlyList<DirectiveNode> directives)
    : Node, IHasDirectives
{
    public override NodeKinds Kind => NodeKinds.FieldDefinition;

    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    public TypeNode Type { get; } = type;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    internal override void Walk(INodeWalker walker)
    {
        walker.Visit(Arguments);
        walker.Visit(Type);
        walker.Visit(Directives);
    }
}

/// <summary>Specification 3.6.1 (Field Arguments) and 3.10 (Input Objects).</summary>
public sealed class InputValueDefinitionNode(StringValueNode? description, NameNode name, TypeNode type, ValueNode? defaultValue, IReadOnlyList<DirectiveNode> directives)
    : Node, IHasDirectives
{
    public override NodeKinds Kind => NodeKinds.InputValueDefinition;

    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    internal override void Walk(INodeWalker walker)
    {
        walker.Visit(Type);
        walker.Visit(DefaultValue);
        walker.Visit(Directives);
    }
}

/// <summary>Specification 3.8 (Unions).</summary>
public sealed class UnionTypeDefinitionNode(bool isExtension, StringValueNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives, IReadOnlyList<NamedTypeNode> types)
    : TypeDefinitionNode(isExtension, description, name, directives)
{
    public override NodeKinds Kind => NodeKinds.UnionTypeDefinition;

    public IReadOnlyList<NamedTypeNode> Types { get; } = types;

    internal override void Walk(INodeWalker walker)
    {
        walker.Visit(Directives);
        walker.Visit(Types);
    }
}

/// <summary>Specification 3.9 (Enums).</summary>
public sealed class EnumTypeDefinitionNode(bool isExtension, StringValueNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives, IReadOnlyList<EnumValueDefinitionNode> values)
    : TypeDefinitionNode(isExtension, description, name, directives)
{
    public override NodeKinds Kind => NodeKinds.EnumTypeDefinition;

    public IReadOnlyList<EnumValueDefinitionNode> Values { get; } = values;

    internal override void Walk(INodeWalker walker)
    {
        walker.Visit(Directives);
        walker.Visit(Values);
    }
}

public sealed class EnumValueDefinitionNode(StringValueNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives) : Node, IHasDirectives
{
    public override NodeKinds Kind => NodeKinds.EnumValueDefinition;

    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    internal override void Walk(INodeWalker walker) => walker.Visit(Directives);
}

/// <summary>Specification 3.10 (Input Objects).</summary>
public sealed class InputObjectTypeDefinitionNode(bool isExtension, StringValueNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives, IReadOnlyList<InputValueDefinitionNode> fields)
    : TypeDefinitionNode(isExtension, description, name, directives)
{
    public override NodeKinds Kind => NodeKinds.InputObjectTypeDefinition;

    public IReadOnlyList<InputValueDefinitionNode> Fields { get; } = fields;

    internal override void Walk(INodeWalker walker)
    {
        walker.Visit(Directives);
        walker.Visit(Fields);
    }
}

/// <summary>Specification 3.13 (Directives).</summary>
public sealed class DirectiveDefinitionNode(StringValueNode? description, NameNode name, IReadOnlyList<InputValueDefinitionNode> arguments, bool repeatable, IReadOnlyList<NameNode> locations)
    : TypeSystemNode(false, description, [])
{
    public override NodeKinds Kind => NodeKinds.DirectiveDefinition;

    public NameNode Name { get; } = name;

    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    public bool Repeatable { get; } = repeatable;

    public IReadOnlyList<NameNode> Locations { get; } = locations;

    internal override void Walk(INodeWalker walker) => walker.Visit(Arguments);
}
