using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation;

/// <summary>Keeps, while a document is walked, the types that belong to the node the walk is at.</summary>
internal sealed class TypeInfo(Schema schema)
{
    readonly Stack<TypeRef?> types = new();
    readonly Stack<NamedType?> parents = new();
    readonly List<TypeRef?> inputs = [];
    readonly Stack<FieldDefinition?> fields = new();
    readonly Stack<bool> defaults = new();

    /// <summary>The type of the field, fragment or operation.</summary>
    public TypeRef? Type => types.Count > 0 ? types.Peek() : null;

    /// <summary>The type whose fields are selected.</summary>
    public NamedType? ParentType => parents.Count > 0 ? parents.Peek() : null;

    /// <summary>The type a value is expected to be of.</summary>
    public TypeRef? InputType => inputs.Count > 0 ? inputs[^1] : null;

    /// <summary>The type of the list or object a value stands in.</summary>
    public TypeRef? ParentInputType => inputs.Count > 1 ? inputs[^2] : null;

    public FieldDefinition? Field => fields.Count > 0 ? fields.Peek() : null;

    /// <summary>Whether the place has a default value.</summary>
    public bool HasDefault => defaults.Count > 0 && defaults.Peek();

    public DirectiveDefinition? Directive { get; private set; }

    public InputValue? Argument { get; private set; }

    public void Enter(Node node)
    {
        switch (node)
        {
            case SelectionSetNode:
                parents.Push(Type is { } type && schema.Type(type.Name) is { IsComposite: true } parent ? parent : null);
                break;
            case FieldNode field:
                var definition = ParentType is { } composite ? schema.Field(composite, field.Name.Value) : null;
                fields.Push(definition);
                types.Push(definition?.Type);
                break;
            case DirectiveNode directive:
                Directive = schema.Directive(directive.Name.Value);
                break;
            case OperationDefinitionNode operation:
                types.Push(schema.RootType(operation.Operation) is { } root ? TypeRef.Named(root.Name) : null);
                break;
            case InlineFragmentNode inline:
                types.Push(inline.TypeCondition is { } condition ? Output(condition) : Type is { } outer ? TypeRef.Named(outer.Name) : null);
                break;
            case FragmentDefinitionNode fragment:
                types.Push(Output(fragment.TypeCondition));
                break;
            case VariableDefinitionNode variable:
                inputs.Add(Input(TypeRef.From(variable.Type)));
                break;
            case ArgumentNode argument:
                var found = Directive is not null ? Directive.Arguments.FirstOrDefault(a => a.Name == argument.Name.Value) : Field?.Argument(argument.Name.Value);
                Argument = found;
                defaults.Push(found?.DefaultValue is not null);
                inputs.Add(found?.Type);
                break;
            case ListValueNode:
                defaults.Push(false);
                inputs.Add(InputType?.Nullable is { IsList: true } list ? list.OfType : null);
                break;
            case ObjectFieldNode field:
                var inputField = InputType is { } input && schema.Type(input.Name) is InputObjectType objectType ? objectType.Field(field.Name.Value) : null;
                defaults.Push(inputField?.DefaultValue is not null);
                inputs.Add(inputField?.Type);
                break;
        }
    }

    public void Leave(Node node)
    {
        switch (node)
        {
            case SelectionSetNode: parents.Pop(); break;
            case FieldNode: fields.Pop(); types.Pop(); break;
            case DirectiveNode: Directive = null; break;
            case OperationDefinitionNode or InlineFragmentNode or FragmentDefinitionNode: types.Pop(); break;
            case VariableDefinitionNode: inputs.RemoveAt(inputs.Count - 1); break;
            case ArgumentNode:
                Argument = null;
                defaults.Pop();
                inputs.RemoveAt(inputs.Count - 1);
                break;
            case ListValueNode or ObjectFieldNode:
                defaults.Pop();
                inputs.RemoveAt(inputs.Count - 1);
                break;
        }
    }

    TypeRef? Output(NamedTypeNode condition) => schema.Type(condition.Name.Value) is { IsOutput: true } type ? TypeRef.Named(type.Name) : null;

    TypeRef? Input(TypeRef type) => schema.Type(type.Name) is { IsInput: true } ? type : null;
}
