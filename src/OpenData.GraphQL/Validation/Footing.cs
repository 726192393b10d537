using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation;

/// <summary>Notes which modules a document rests on: while these stand, the document stays valid.</summary>
internal sealed class Footing(Schema schema)
{
    readonly HashSet<ModuleEntry> modules = [];
    readonly HashSet<string> noted = new(StringComparer.Ordinal);

    public IReadOnlySet<ModuleEntry> Modules => modules;

    public bool MeetsAbstractTypes { get; private set; }

    public void Note(Node node, TypeInfo types)
    {
        switch (node)
        {
            case FieldNode when types.Field is { } field:
                if (field.Owner is not null) modules.Add(field.Owner);
                Note(types.ParentType);
                Note(field.Type.Name);
                foreach (var argument in field.Arguments) Note(argument.Type.Name);
                break;
            case VariableDefinitionNode variable:
                Note(TypeRef.From(variable.Type).Name);
                break;
            case NamedTypeNode named:
                Note(named.Name.Value);
                break;
        }
    }

    void Note(string name)
    {
        if (!noted.Contains(name)) Note(schema.Type(name));
    }

    void Note(NamedType? type)
    {
        if (type is null || !noted.Add(type.Name)) return;
        if (type.Owner is not null) modules.Add(type.Owner);
        MeetsAbstractTypes |= type.IsAbstract;
        if (type is not InputObjectType input) return;
        foreach (var field in input.Fields) Note(field.Type.Name);
    }
}
