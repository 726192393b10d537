using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Types;

/// <summary>The directives every schema has. Specification 3.13.1 to 3.13.5.</summary>
public static class SpecifiedDirectives
{
    public const string DefaultDeprecationReason = "No longer supported";

    static readonly string[] Selections = [DirectiveLocations.Field, DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment];

    public static readonly DirectiveDefinition Include = new("include", Selections)
    {
        Description = "Directs the executor to include this field or fragment only when the `if` argument is true.",
        Arguments = [new InputValue("if", TypeRef.Named("Boolean").NonNull()) { Description = "Included when true." }],
    };

    public static readonly DirectiveDefinition Skip = new("skip", Selections)
    {
        Description = "Directs the executor to skip this field or fragment when the `if` argument is true.",
        Arguments = [new InputValue("if", TypeRef.Named("Boolean").NonNull()) { Description = "Skipped when true." }],
    };

    public static readonly DirectiveDefinition Deprecated = new("deprecated",
        [DirectiveLocations.FieldDefinition, DirectiveLocations.ArgumentDefinition, DirectiveLocations.InputFieldDefinition, DirectiveLocations.EnumValue])
    {
        Description = "Marks an element of a GraphQL schema as no longer supported.",
        Arguments =
        [
            new InputValue("reason", TypeRef.Named("String").NonNull())
            {
                Description = "Explains why this element was deprecated, usually also including a suggestion for how to access supported similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
                DefaultValue = new StringValueNode(DefaultDeprecationReason),
            },
        ],
    };

    public static readonly DirectiveDefinition SpecifiedBy = new("specifiedBy", [DirectiveLocations.Scalar])
    {
        Description = "Exposes a URL that specifies the behavior of this scalar.",
        Arguments = [new InputValue("url", TypeRef.Named("String").NonNull()) { Description = "The URL that specifies the behavior of this scalar." }],
    };

    public static readonly DirectiveDefinition OneOf = new("oneOf", [DirectiveLocations.InputObject])
    {
        Description = "Indicates exactly one field must be supplied and this field must not be `null`.",
    };

    public static readonly IReadOnlyList<DirectiveDefinition> All = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    internal static bool IsSpecified(string name) => All.Any(d => d.Name == name);
}
