namespace OpenData.Rules;

/// <summary>What a rule says to people, in one language. Nothing is optional: an unexplained rule does not compile.</summary>
/// <param name="Title">The fault in a few words.</param>
/// <param name="Message">A sentence with <c>{row}</c>, <c>{column}</c>, <c>{header}</c>, <c>{value}</c> and the rule's own facts in braces.</param>
/// <param name="Why">Why it is a fault.</param>
/// <param name="Fix">How to mend it.</param>
/// <param name="Bad">A few lines that break the rule.</param>
/// <param name="Good">The same lines mended.</param>
public sealed record RuleText(string Title, string Message, string Why, string Fix, string Bad, string Good);
