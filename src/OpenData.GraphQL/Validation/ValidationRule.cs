using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation;

/// <summary>One rule of the specification's section 5 (Validation), made anew for each document.</summary>
/// <remarks>All rules walk the document together, once. A rule names the kinds of nodes it wants to see, so that the others cost it nothing.</remarks>
public abstract class ValidationRule(ValidationContext context)
{
    protected ValidationContext Context => context;

    /// <summary>The kinds of nodes <see cref="Enter"/> is called with.</summary>
    public virtual NodeKinds Enters => NodeKinds.None;

    /// <summary>The kinds of nodes <see cref="Leave"/> is called with.</summary>
    public virtual NodeKinds Leaves => NodeKinds.None;

    /// <summary>Called before the children of a node. False: this rule does not look below the node, nor leave it.</summary>
    public virtual bool Enter(Node node) => true;

    /// <summary>Called after the children of a node.</summary>
    public virtual void Leave(Node node) { }

    protected void Report(string message, params IReadOnlyList<Node> nodes) => context.Report(message, nodes);
}
