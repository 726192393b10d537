using OpenData.Registry.Access;

namespace OpenData.Registry.Review;

/// <summary>What a comment is on.</summary>
public enum CommentPlace
{
    /// <summary>A field of Form 1, by its key.</summary>
    Field,

    /// <summary>A column of a resource's dictionary, by its name.</summary>
    Column,

    /// <summary>A finding of a resource's report, by the code of its rule.</summary>
    Finding,
}

/// <summary>What a reviewer says of one place.</summary>
/// <param name="Place">What kind of place it is.</param>
/// <param name="Resource">The resource's key for a column or a finding; null for a field.</param>
/// <param name="Name">The field's key, the column's name or the rule's code.</param>
/// <param name="Text">What is to be mended.</param>
public sealed record ReviewComment(CommentPlace Place, string? Resource, string Name, string Text);

/// <summary>A step of a dataset's review; steps are kept for ever.</summary>
/// <param name="Time">When it was taken.</param>
/// <param name="Actor">The id of who took it.</param>
/// <param name="ActorName">What they were called then.</param>
/// <param name="Action">What was done.</param>
/// <param name="State">Where the dataset, or the change of it, stood afterwards.</param>
/// <param name="Reason">Why, in their words; null where nothing was said.</param>
/// <param name="Comments">What was said of single places.</param>
public sealed record ReviewStep(DateTimeOffset Time, string Actor, string ActorName, DatasetAction Action, DatasetState State, string? Reason, IReadOnlyList<ReviewComment> Comments);

/// <summary>A change of a dataset that is or was public, waiting for its review; what is published stays as it is meanwhile.</summary>
/// <param name="Form">The whole form as it is to be.</param>
/// <param name="State">Draft, submitted, returned or approved.</param>
public sealed record PendingChange(DatasetForm Form, DatasetState State);

/// <summary>An approver's word that what a rule finds does not keep a resource's file from being published.</summary>
/// <param name="Rule">The code of the rule.</param>
/// <param name="Reason">Why.</param>
/// <param name="ActorName">Who said so.</param>
/// <param name="Time">When.</param>
public sealed record RecordedException(string Rule, string Reason, string ActorName, DateTimeOffset Time);
