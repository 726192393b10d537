namespace OpenData.GraphQL.Language;

/// <summary>Operations, fragments, selections, values and type references. Specification 2.2 to 2.13.</summary>
public sealed partial class Parser
{
    DefinitionNode Definition()
    {
        if (Peek(TokenKind.BraceL)) return Operation();
        var described = PeekDescription();
        var keyword = described ? lexer.Next(token.End) : token;
        if (described && keyword.Kind == TokenKind.BraceL)
            throw Error(token, "Unexpected description, descriptions are not supported on shorthand queries.");
        if (keyword.Kind == TokenKind.Name)
        {
            switch (Text(keyword))
            {
                case "schema": return Schema(extension: false);
                case "scalar": return Scalar(extension: false);
                case "type": return Object(extension: false);
                case "interface": return Interface(extension: false);
                case "union": return Union(extension: false);
                case "enum": return Enum(extension: false);
                case "input": return InputObject(extension: false);
                case "directive": return DirectiveDefinition();
                case "query" or "mutation" or "subscription": return Operation();
                case "fragment": return Fragment();
                case "extend" when !described: return Extension();
            }
            if (described) throw Error(token, "Unexpected description, only GraphQL definitions support descriptions.");
        }
        throw Unexpected(keyword);
    }

    OperationDefinitionNode Operation()
    {
        var start = token.Start;
        if (Peek(TokenKind.BraceL)) return At(new OperationDefinitionNode(null, OperationType.Query, null, [], [], SelectionSet()), start);
        var description = Description();
        var type = OperationKeyword();
        var name = Peek(TokenKind.Name) ? Name() : null;
        var variables = OptionalMany(TokenKind.ParenL, VariableDefinition, TokenKind.ParenR);
        var directives = Directives(isConst: false);
        return At(new OperationDefinitionNode(description, type, name, variables, directives, SelectionSet()), start);
    }

    OperationType OperationKeyword()
    {
        var keyword = Expect(TokenKind.Name);
        return Text(keyword) switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => throw Unexpected(keyword),
        };
    }

    NameNode Name()
    {
        var name = Expect(TokenKind.Name);
        return At(new NameNode(Text(name)), name.Start);
    }

    VariableDefinitionNode VariableDefinition()
    {
        var start = token.Start;
        var description = Description();
        var variable = Variable();
        Expect(TokenKind.Colon);
        var type = TypeReference();
        var defaultValue = Optional(TokenKind.Equals) ? Value(isConst: true) : null;
        return At(new VariableDefinitionNode(description, variable, type, defaultValue, Directives(isConst: true)), start);
    }

    VariableNode Variable()
    {
        var start = Expect(TokenKind.Dollar).Start;
        return At(new VariableNode(Name()), start);
    }

    SelectionSetNode SelectionSet()
    {
        var start = token.Start;
        Deeper();
        var selections = Many(TokenKind.BraceL, Selection, TokenKind.BraceR);
        depth--;
        return At(new SelectionSetNode(selections), start);
    }

    SelectionNode Selection() => Peek(TokenKind.Spread) ? FragmentSelection() : Field();

    FieldNode Field()
    {
        var start = token.Start;
        NameNode? alias = null;
        var name = Name();
        if (Optional(TokenKind.Colon)) (alias, name) = (name, Name());
        var arguments = Arguments(isConst: false);
        var directives = Directives(isConst: false);
        return At(new FieldNode(alias, name, arguments, directives, Peek(TokenKind.BraceL) ? SelectionSet() : null), start);
    }

    IReadOnlyList<ArgumentNode> Arguments(bool isConst) =>
        OptionalMany<ArgumentNode>(TokenKind.ParenL, isConst ? ConstArgument : VariableArgument, TokenKind.ParenR);

    ArgumentNode ConstArgument() => Argument(isConst: true);

    ArgumentNode VariableArgument() => Argument(isConst: false);

    ArgumentNode Argument(bool isConst)
    {
        var start = token.Start;
        var name = Name();
        Expect(TokenKind.Colon);
        return At(new ArgumentNode(name, Value(isConst)), start);
    }

    SelectionNode FragmentSelection()
    {
        var start = Expect(TokenKind.Spread).Start;
        var conditioned = OptionalKeyword("on");
        if (!conditioned && Peek(TokenKind.Name))
        {
            var name = FragmentName();
            return At(new FragmentSpreadNode(name, Directives(isConst: false)), start);
        }
        var typeCondition = conditioned ? NamedType() : null;
        var directives = Directives(isConst: false);
        return At(new InlineFragmentNode(typeCondition, directives, SelectionSet()), start);
    }

    FragmentDefinitionNode Fragment()
    {
        var start = token.Start;
        var description = Description();
        ExpectKeyword("fragment");
        var name = FragmentName();
        ExpectKeyword("on");
        var typeCondition = NamedType();
        var directives = Directives(isConst: false);
        return At(new FragmentDefinitionNode(description, name, typeCondition, directives, SelectionSet()), start);
    }

    NameNode FragmentName() => PeekKeyword("on"u8) ? throw Unexpected(token) : Name();

    ValueNode Value(bool isConst)
    {
        var first = token;
        switch (first.Kind)
        {
            case TokenKind.BracketL:
                Deeper();
                var values = Any(TokenKind.BracketL, () => Value(isConst), TokenKind.BracketR);
                depth--;
                return At(new ListValueNode(values), first.Start);
            case TokenKind.BraceL:
                Deeper();
                var fields = Any(TokenKind.BraceL, () => ObjectField(isConst), TokenKind.BraceR);
                depth--;
                return At(new ObjectValueNode(fields), first.Start);
            case TokenKind.Int:
                Advance();
                return At(new IntValueNode(Text(first)), first.Start);
            case TokenKind.Float:
                Advance();
                return At(new FloatValueNode(Text(first)), first.Start);
            case TokenKind.String or TokenKind.BlockString:
                return StringLiteral();
            case TokenKind.Name:
                Advance();
                return At<ValueNode>(Text(first) switch
                {
                    "true" => new BooleanValueNode(true),
                    "false" => new BooleanValueNode(false),
                    "null" => new NullValueNode(),
                    var name => new EnumValueNode(name),
                }, first.Start);
            case TokenKind.Dollar when isConst:
                Advance();
                throw Peek(TokenKind.Name) ? Error(first, $"Unexpected variable \"${Text(token)}\" in constant value.") : Unexpected(first);
            case TokenKind.Dollar:
                return Variable();
            default:
                throw Unexpected(first);
        }
    }

    ObjectFieldNode ObjectField(bool isConst)
    {
        var start = token.Start;
        var name = Name();
        Expect(TokenKind.Colon);
        return At(new ObjectFieldNode(name, Value(isConst)), start);
    }

    StringValueNode StringLiteral()
    {
        var literal = token;
        Advance();
        return At(new StringValueNode(StringText.Of(source, literal), literal.Kind == TokenKind.BlockString), literal.Start);
    }

    StringValueNode? Description() => PeekDescription() ? StringLiteral() : null;

    IReadOnlyList<DirectiveNode> Directives(bool isConst)
    {
        if (!Peek(TokenKind.At)) return [];
        var directives = new List<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            var start = Expect(TokenKind.At).Start;
            var name = Name();
            directives.Add(At(new DirectiveNode(name, Arguments(isConst)), start));
        }
        return directives;
    }

    TypeNode TypeReference()
    {
        var start = token.Start;
        TypeNode type;
        if (Optional(TokenKind.BracketL))
        {
            Deeper();
            var inner = TypeReference();
            Expect(TokenKind.BracketR);
            depth--;
            type = At(new ListTypeNode(inner), start);
        }
        else type = NamedType();
        return Optional(TokenKind.Bang) ? At(new NonNullTypeNode(type), start) : type;
    }

    NamedTypeNode NamedType()
    {
        var start = token.Start;
        return At(new NamedTypeNode(Name()), start);
    }
}
