using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Types;

/// <summary>A part of a schema that comes and goes as one: the names it defines, and how to build each when it is asked for.</summary>
/// <remarks>
/// Nothing is built until a request, or introspection, asks for it by name. Types of different modules refer to one another
/// by name only, so a module can be replaced without touching the others.
/// </remarks>
public interface ISchemaModule
{
    /// <summary>Tells modules apart: a module put under a key replaces the one that was there.</summary>
    string Key { get; }

    /// <summary>The names of the types the module defines, in the order introspection shows them.</summary>
    IReadOnlyCollection<string> TypeNames { get; }

    /// <summary>Builds one of <see cref="TypeNames"/>; called at most a few times, from any thread.</summary>
    NamedType BuildType(string name);

    /// <summary>The fields the module adds to a root type.</summary>
    IReadOnlyCollection<string> RootFieldNames(OperationType operation) => [];

    /// <summary>Builds one of <see cref="RootFieldNames"/>.</summary>
    FieldDefinition BuildRootField(OperationType operation, string name) => throw new ArgumentException($"No root field {name}.", nameof(name));

    /// <summary>For interfaces of any module: the types of this module that implement them.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<string>> Implementations => System.Collections.Immutable.ImmutableDictionary<string, IReadOnlyList<string>>.Empty;

    IReadOnlyList<DirectiveDefinition> Directives => [];
}
