namespace OpenData.GraphQL.Language;

/// <summary>The schema definition language. Specification 3 (Type System).</summary>
public sealed partial class Parser
{
    DefinitionNode Extension()
    {
        var keyword = lexer.Next(token.End);
        return keyword.Kind != TokenKind.Name ? throw Unexpected(keyword) : Text(keyword) switch
        {
            "schema" => Schema(extension: true),
            "scalar" => Scalar(extension: true),
            "type" => Object(extension: true),
            "interface" => Interface(extension: true),
            "union" => Union(extension: true),
            "enum" => Enum(extension: true),
            "input" => InputObject(extension: true),
            _ => throw Unexpected(keyword),
        };
    }

    /// <summary>The words every definition begins with: a description or <c>extend</c>, then its keyword.</summary>
    StringValueNode? Begin(bool extension, string keyword)
    {
        var description = extension ? null : Description();
        if (extension) ExpectKeyword("extend");
        ExpectKeyword(keyword);
        return description;
    }

    /// <summary>An extension has to extend something.</summary>
    void ProveExtends(bool extension, params ReadOnlySpan<int> counts)
    {
        if (!extension) return;
        foreach (var count in counts)
            if (count > 0) return;
        throw Unexpected(token);
    }

    SchemaDefinitionNode Schema(bool extension)
    {
        var start = token.Start;
        var description = Begin(extension, "schema");
        var directives = Directives(isConst: true);
        var types = extension
            ? OptionalMany(TokenKind.BraceL, OperationTypeDefinition, TokenKind.BraceR)
            : Many(TokenKind.BraceL, OperationTypeDefinition, TokenKind.BraceR);
        ProveExtends(extension, directives.Count, types.Count);
        return At(new SchemaDefinitionNode(extension, description, directives, types), start);
    }

    OperationTypeDefinitionNode OperationTypeDefinition()
    {
        var start = token.Start;
        var operation = OperationKeyword();
        Expect(TokenKind.Colon);
        return At(new OperationTypeDefinitionNode(operation, NamedType()), start);
    }

    ScalarTypeDefinitionNode Scalar(bool extension)
    {
        var start = token.Start;
        var description = Begin(extension, "scalar");
        var name = Name();
        var directives = Directives(isConst: true);
        ProveExtends(extension, directives.Count);
        return At(new ScalarTypeDefinitionNode(extension, description, name, directives), start);
    }

    ObjectTypeDefinitionNode Object(bool extension)
    {
        var start = token.Start;
        var description = Begin(extension, "type");
        var (name, interfaces, directives, fields) = FieldsDefinition(extension);
        return At(new ObjectTypeDefinitionNode(extension, description, name, interfaces, directives, fields), start);
    }

    InterfaceTypeDefinitionNode Interface(bool extension)
    {
        var start = token.Start;
        var description = Begin(extension, "interface");
        var (name, interfaces, directives, fields) = FieldsDefinition(extension);
        return At(new InterfaceTypeDefinitionNode(extension, description, name, interfaces, directives, fields), start);
    }

    (NameNode, IReadOnlyList<NamedTypeNode>, IReadOnlyList<DirectiveNode>, IReadOnlyList<FieldDefinitionNode>) FieldsDefinition(bool extension)
    {
        var name = Name();
        IReadOnlyList<NamedTypeNode> interfaces = OptionalKeyword("implements") ? Delimited(TokenKind.Amp, NamedType) : [];
        var directives = Directives(isConst: true);
        var fields = OptionalMany(TokenKind.BraceL, FieldDefinition, TokenKind.BraceR);
        ProveExtends(extension, interfaces.Count, directives.Count, fields.Count);
        return (name, interfaces, directives, fields);
    }

    FieldDefinitionNode FieldDefinition()
    {
        var start = token.Start;
        var description = Description();
        var name = Name();
        var arguments = OptionalMany(TokenKind.ParenL, InputValueDefinition, TokenKind.ParenR);
        Expect(TokenKind.Colon);
        var type = TypeReference();
        return At(new FieldDefinitionNode(description, name, arguments, type, Directives(isConst: true)), start);
    }

    InputValueDefinitionNode InputValueDefinition()
    {
        var start = token.Start;
        var description = Description();
        var name = Name();
        Expect(TokenKind.Colon);
        var type = TypeReference();
        var defaultValue = Optional(TokenKind.Equals) ? Value(isConst: true) : null;
        return At(new InputValueDefinitionNode(description, name, type, defaultValue, Directives(isConst: true)), start);
    }

    UnionTypeDefinitionNode Union(bool extension)
    {
        var start = token.Start;
        var description = Begin(extension, "union");
        var name = Name();
        var directives = Directives(isConst: true);
        IReadOnlyList<NamedTypeNode> types = Optional(TokenKind.Equals) ? Delimited(TokenKind.Pipe, NamedType) : [];
        ProveExtends(extension, directives.Count, types.Count);
        return At(new UnionTypeDefinitionNode(extension, description, name, directives, types), start);
    }

    EnumTypeDefinitionNode Enum(bool extension)
    {
        var start = token.Start;
        var description = Begin(extension, "enum");
        var name = Name();
        var directives = Directives(isConst: true);
        var values = OptionalMany(TokenKind.BraceL, EnumValueDefinition, TokenKind.BraceR);
        ProveExtends(extension, directives.Count, values.Count);
        return At(new EnumTypeDefinitionNode(extension, description, name, directives, values), start);
    }

    EnumValueDefinitionNode EnumValueDefinition()
    {
        var start = token.Start;
        var description = Description();
        if (PeekKeyword("true"u8) || PeekKeyword("false"u8) || PeekKeyword("null"u8))
            throw Error(token, $"{Describe(token)} is reserved and cannot be used for an enum value.");
        var name = Name();
        return At(new EnumValueDefinitionNode(description, name, Directives(isConst: true)), start);
    }

    InputObjectTypeDefinitionNode InputObject(bool extension)
    {
        var start = token.Start;
        var description = Begin(extension, "input");
        var name = Name();
        var directives = Directives(isConst: true);
        var fields = OptionalMany(TokenKind.BraceL, InputValueDefinition, TokenKind.BraceR);
        ProveExtends(extension, directives.Count, fields.Count);
        return At(new InputObjectTypeDefinitionNode(extension, description, name, directives, fields), start);
    }

    DirectiveDefinitionNode DirectiveDefinition()
    {
        var start = token.Start;
        var description = Begin(extension: false, "directive");
        Expect(TokenKind.At);
        var name = Name();
        var arguments = OptionalMany(TokenKind.ParenL, InputValueDefinition, TokenKind.ParenR);
        var repeatable = OptionalKeyword("repeatable");
        ExpectKeyword("on");
        var locations = Delimited(TokenKind.Pipe, DirectiveLocationName);
        return At(new DirectiveDefinitionNode(description, name, arguments, repeatable, locations), start);
    }

    NameNode DirectiveLocationName()
    {
        var first = token;
        var name = Name();
        return DirectiveLocations.IsKnown(name.Value) ? name : throw Unexpected(first);
    }
}
