namespace OpenData.GraphQL.Language;

/// <summary>Specification 2.9 (Input Values).</summary>
public abstract class ValueNode : Node;

/// <summary>Specification 2.11 (Variables).</summary>
public sealed class VariableNode(NameNode name) : ValueNode
{
    public override NodeKinds Kind => NodeKinds.Variable;

    public NameNode Name { get; } = name;
}

/// <summary>Specification 2.9.1 (Int Value); the digits are kept as written, so that a scalar of any size can read them.</summary>
public sealed class IntValueNode(string value) : ValueNode
{
    public override NodeKinds Kind => NodeKinds.IntValue;

    public string Value { get; } = value;
}

/// <summary>Specification 2.9.2 (Float Value).</summary>
public sealed class FloatValueNode(string value) : ValueNode
{
    public override NodeKinds Kind => NodeKinds.FloatValue;

    public string Value { get; } = value;
}

/// <summary>Specification 2.9.4 (String Value).</summary>
public sealed class StringValueNode(string value, bool block = false) : ValueNode
{
    public override NodeKinds Kind => NodeKinds.StringValue;

    public string Value { get; } = value;

    /// <summary>Whether the string was written between three quotes.</summary>
    public bool Block { get; } = block;
}

/// <summary>Specification 2.9.3 (Boolean Value).</summary>
public sealed class BooleanValueNode(bool value) : ValueNode
{
    public override NodeKinds Kind => NodeKinds.BooleanValue;

    public bool Value { get; } = value;
}

/// <summary>Specification 2.9.5 (Null Value).</summary>
public sealed class NullValueNode : ValueNode
{
    public override NodeKinds Kind => NodeKinds.NullValue;
}

/// <summary>Specification 2.9.6 (Enum Value).</summary>
public sealed class EnumValueNode(string value) : ValueNode
{
    public override NodeKinds Kind => NodeKinds.EnumValue;

    public string Value { get; } = value;
}

/// <summary>Specification 2.9.7 (List Value).</summary>
public sealed class ListValueNode(IReadOnlyList<ValueNode> values) : ValueNode
{
    public override NodeKinds Kind => NodeKinds.ListValue;

    public IReadOnlyList<ValueNode> Values { get; } = values;

    internal override void Walk(INodeWalker walker) => walker.Visit(Values);
}

/// <summary>Specification 2.9.8 (Input Object Values).</summary>
public sealed class ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields) : ValueNode
{
    public override NodeKinds Kind => NodeKinds.ObjectValue;

    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;

    internal override void Walk(INodeWalker walker) => walker.Visit(Fields);
}

public sealed class ObjectFieldNode(NameNode name, ValueNode value) : Node
{
    public override NodeKinds Kind => NodeKinds.ObjectField;

    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;

    internal override void Walk(INodeWalker walker) => walker.Visit(Value);
}

/// <summary>Specification 2.12 (Type References).</summary>
public abstract class TypeNode : Node;

public sealed class NamedTypeNode(NameNode name) : TypeNode
{
    public override NodeKinds Kind => NodeKinds.NamedType;

    public NameNode Name { get; } = name;
}

public sealed class ListTypeNode(TypeNode type) : TypeNode
{
    public override NodeKinds Kind => NodeKinds.ListType;

    public TypeNode Type { get; } = type;

    internal override void Walk(INodeWalker walker) => walker.Visit(Type);
}

public sealed class NonNullTypeNode(TypeNode type) : TypeNode
{
    public override NodeKinds Kind => NodeKinds.NonNullType;

    public TypeNode Type { get; } = type;

    internal override void Walk(INodeWalker walker) => walker.Visit(Type);
}
