namespace OpenData.Registry.Feedback;

/// <summary>Where a question stands.</summary>
public enum QuestionState
{
    /// <summary>Nobody has looked at it: its asker and officers see it.</summary>
    Waiting,

    /// <summary>An officer lets everybody read it before it is answered.</summary>
    Accepted,

    /// <summary>Answered, for everybody to read.</summary>
    Answered,

    /// <summary>An officer hides it, with a reason that its asker reads.</summary>
    Hidden,
}

/// <summary>A question about a published dataset.</summary>
public sealed record Question
{
    public required Guid Id { get; init; }
    public required Guid DatasetId { get; init; }

    /// <summary>The dataset's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The slug of the organization that owns the dataset.</summary>
    public required string Organization { get; init; }

    /// <summary>What the asker's browser is known by at this dataset: a SHA-256, lower-case hex, that no other dataset has.</summary>
    public required string Asker { get; init; }

    /// <summary>What was asked; empty where an officer has erased it.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset Asked { get; init; }
    public QuestionState State { get; init; }

    /// <summary>The officer's answer, or null.</summary>
    public string? Answer { get; init; }

    /// <summary>Why it is hidden, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The officer who took the newest step, or null.</summary>
    public string? By { get; init; }

    /// <summary>When the newest step was taken, or null.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>Counts its steps, from 1: who answers says which they have seen.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>True for what everybody reads.</summary>
    public bool IsPublic => State is QuestionState.Accepted or QuestionState.Answered;

    /// <summary>True while an officer should answer it.</summary>
    public bool IsOpen => State is QuestionState.Waiting or QuestionState.Accepted;

    /// <summary>Answered, or its answer corrected; what was hidden is shown again.</summary>
    public Question Answered(string answer, string by, DateTimeOffset now) =>
        Taken(by, now) with { State = QuestionState.Answered, Answer = answer, Reason = null };

    /// <summary>Shown to everybody as it is; null where everybody reads it already.</summary>
    public Question? Accepted(string by, DateTimeOffset now) => IsPublic
        ? null
        : Taken(by, now) with { State = Answer is null ? QuestionState.Accepted : QuestionState.Answered, Reason = null };

    /// <summary>Hidden with a reason; <paramref name="erase"/> also removes its text, for somebody's personal data.</summary>
    public Question Hidden(string reason, bool erase, string by, DateTimeOffset now) =>
        Taken(by, now) with { State = QuestionState.Hidden, Reason = reason, Text = erase ? "" : Text };

    private Question Taken(string by, DateTimeOffset now) => this with { By = by, Changed = now, Revision = Revision + 1 };
}
