using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Text;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation.TypeSystem;

/// <summary>Proves a schema against the type system. Specification 3 (Type System), the paragraphs "Type Validation"; messages are worded as in graphql-js.</summary>
/// <remarks>
/// It builds every type, so it is for tests and for modules made by hand; the server's own modules are proved by its tests, not at each publish.
/// What graphql-js cannot meet, a reference to a type that no module defines, is a fault here too.
/// </remarks>
public sealed class SchemaValidator
{
    readonly Schema schema;
    readonly List<string> faults = [];

    SchemaValidator(Schema schema) => this.schema = schema;

    /// <summary>Every fault, as a sentence; empty when there is none.</summary>
    public static IReadOnlyList<string> Validate(Schema schema)
    {
        var validator = new SchemaValidator(schema);
        if (schema.QueryType is null) validator.Report("Query root type must be provided.");
        foreach (var directive in schema.Directives) validator.Directive(directive);
        var types = schema.DefinedTypeNames.Select(n => schema.Type(n)!).ToArray();
        foreach (var type in types) validator.Type(type);
        var defaults = new DefaultCycles(schema, validator.Report);
        foreach (var input in types.OfType<InputObjectType>()) defaults.Check(input);
        foreach (var fault in FiniteInputs.Faults(schema, types.OfType<InputObjectType>())) validator.Report(fault);
        return validator.faults;
    }

    void Report(string fault) => faults.Add(fault);

    void Directive(DirectiveDefinition directive)
    {
        Name(directive.Name);
        if (directive.Locations.Count == 0) Report($"Directive @{directive.Name} must include 1 or more locations.");
        foreach (var argument in directive.Arguments) Argument(argument, $"@{directive.Name}({argument.Name}:)");
    }

    void Type(NamedType type)
    {
        Name(type.Name);
        switch (type)
        {
            case FieldsType fields: Fields(fields); break;
            case UnionType union: Union(union); break;
            case EnumType enumType: Enum(enumType); break;
            case InputObjectType input: Input(input); break;
        }
    }

    void Fields(FieldsType type)
    {
        if (!type.Fields.Names.Any()) Report($"Type {type} must define one or more fields.");
        foreach (var field in type.Fields)
        {
            var coordinate = $"{type}.{field.Name}";
            Name(field.Name);
            if (Known(field.Type, coordinate) is { IsOutput: false }) Report($"The type of {coordinate} must be Output Type but got: {field.Type}.");
            foreach (var argument in field.Arguments) Argument(argument, $"{coordinate}({argument.Name}:)");
        }
        new InterfaceConformance(schema, type, Report).Check();
    }

    void Argument(InputValue argument, string coordinate)
    {
        Name(argument.Name);
        if (Known(argument.Type, coordinate) is { IsInput: false }) Report($"The type of {coordinate} must be Input Type but got: {argument.Type}.");
        if (argument.IsRequired && argument.DeprecationReason is not null) Report($"Required argument {coordinate} cannot be deprecated.");
        Default(argument, coordinate);
    }

    void Union(UnionType union)
    {
        if (union.Types.Count == 0) Report($"Union type {union} must define one or more member types.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in union.Types)
        {
            if (!seen.Add(member)) Report($"Union type {union} can only include type {member} once.");
            else if (Known(TypeRef.Named(member), union.Name) is { } type and not ObjectType) Report($"Union type {union} can only include Object types, it cannot include {type}.");
        }
    }

    void Enum(EnumType type)
    {
        if (type.Values.Count == 0) Report($"Enum type {type} must define one or more values.");
        foreach (var value in type.Values)
        {
            Name(value.Name);
            if (value.Name is "true" or "false" or "null") Report($"Enum values cannot be named: {value.Name}");
        }
    }

    void Input(InputObjectType type)
    {
        if (type.Fields.Count == 0) Report($"Input Object type {type} must define one or more fields.");
        foreach (var field in type.Fields)
        {
            var coordinate = $"{type}.{field.Name}";
            Name(field.Name);
            if (Known(field.Type, coordinate) is { IsInput: false }) Report($"The type of {coordinate} must be Input Type but got: {field.Type}.");
            if (field.IsRequired && field.DeprecationReason is not null) Report($"Required input field {coordinate} cannot be deprecated.");
            Default(field, coordinate);
            if (!type.IsOneOf) continue;
            if (field.Type.IsNonNull) Report($"OneOf input field {coordinate} must be nullable.");
            if (field.DefaultValue is not null) Report($"OneOf input field {coordinate} cannot have a default value.");
        }
    }

    void Default(InputValue value, string coordinate)
    {
        if (value.DefaultValue is not { } literal || schema.Type(value.Type.Name) is not { IsInput: true }) return;
        new LiteralValidation(schema, SuggestionBudget.Unlimited, null, (message, _, path) => Report($"{coordinate} has invalid default value{InputPath.Print(path)}: {message}")).Validate(literal, value.Type);
    }

    NamedType? Known(TypeRef type, string coordinate)
    {
        if (schema.Type(type.Name) is { } known) return known;
        Report($"Unknown type \"{type.Name}\" of {coordinate}: no module defines it.");
        return null;
    }

    void Name(string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal)) Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.");
        else if (name.Length == 0 || !(char.IsAsciiLetter(name[0]) || name[0] == '_') || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) Report($"\"{name}\" is no name: names are of A-Z a-z 0-9 _ and begin with no digit.");
    }
}
