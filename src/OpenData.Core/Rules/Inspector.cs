namespace OpenData.Rules;

/// <summary>Reads a submission once and lets every rule look at it.</summary>
public static class Inspector
{
    public static Inspection Inspect(Submission submission, CheckOptions options, IProgress<CheckProgress>? progress = null, CancellationToken cancellation = default) => throw new NotImplementedException();
}
public sealed class Inspection { public Layout? Layout { get; } }
public sealed class Layout;
public abstract class Rule(string code, Clause clause, Severity severity, RuleText thai, RuleText english) { public string Code => code; public Severity Severity => severity; public Clause Clause => clause; public RuleText Thai => thai; public RuleText English => english; }
public static class RuleBook { public const string Version = "1.0.0"; public static IReadOnlyList<Rule> Rules => []; public static Rule? Find(string code) => null; }
