using OpenData.Rules.Scanning;
using OpenData.Schemas;

namespace OpenData.Rules;

/// <summary>
/// One rule of the rule book: a fault, why it is one, and how it is mended. An instance serves one check, so it may remember
/// what it has seen from <see cref="Start"/> to <see cref="Finish"/>.
/// </summary>
/// <param name="code">Its public name: an explicit kebab-case string, never changed.</param>
/// <param name="clause">The clause of the guideline it rests on.</param>
/// <param name="severity">How much it weighs, unless a finding says otherwise.</param>
/// <param name="thai">What it says in Thai.</param>
/// <param name="english">What it says in English.</param>
public abstract class Rule(string code, Clause clause, Severity severity, RuleText thai, RuleText english)
{
    public string Code { get; } = code;
    public Clause Clause { get; } = clause;
    public Severity Severity { get; } = severity;
    public RuleText Thai { get; } = thai;
    public RuleText English { get; } = english;

    /// <summary>What the rule says in a language.</summary>
    public RuleText In(Language language) => language == Language.Thai ? Thai : English;

    /// <summary>Looks at what is known before the rows: the file, the header, the dictionary.</summary>
    public virtual void Start(Inspection inspection, Findings findings)
    {
    }

    /// <summary>The test that every cell of a column is put to, or null where the rule has none for it. Failures are counted in <see cref="ColumnProfile.ResultOf"/>.</summary>
    public virtual ColumnTest? TestFor(ColumnProfile column, Inspection inspection) => null;

    /// <summary>What a fact is called in a language, where it is a word of the program; null where it is shown as it is.</summary>
    public virtual string? Word(Fact fact, Finding finding, Language language) => null;

    /// <summary>Looks at a row that is not an ordinary one.</summary>
    public virtual void Check(OddRow row, Findings findings)
    {
    }

    /// <summary>Looks at what all rows together say.</summary>
    public virtual void Finish(Inspection inspection, Findings findings)
    {
    }
}
