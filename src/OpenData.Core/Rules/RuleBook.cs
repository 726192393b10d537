using OpenData.Rules.Conformity;
using OpenData.Rules.ConsistentTypes;
using OpenData.Rules.Files;
using OpenData.Rules.HeaderNames;
using OpenData.Rules.Metadata;
using OpenData.Rules.NoMergedCells;
using OpenData.Rules.Privacy;
using OpenData.Rules.SingleHeader;
using OpenData.Rules.SingleTable;
using OpenData.Rules.ValidDates;

namespace OpenData.Rules;

/// <summary>The rule book: every rule, in the order of the report.</summary>
public static class RuleBook
{
    /// <summary>Changes with every rule that is added, removed, or judges otherwise than before.</summary>
    public const string Version = "1.2.0";

    /// <summary>The day that version was made (ISO 8601).</summary>
    public const string Date = "2026-11-21";

    /// <summary>Every rule, for reading; a check uses rules of its own.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = NewRules();

    private static readonly Dictionary<string, int> Places = Rules.Select((rule, place) => (rule.Code, place)).ToDictionary(r => r.Code, r => r.place);

    /// <summary>The rule of a code, or null.</summary>
    public static Rule? Find(string code) => Places.TryGetValue(code, out var place) ? Rules[place] : null;

    /// <summary>Where a rule stands in the book, from 0.</summary>
    public static int PlaceOf(string code) => Places[code];

    /// <summary>Rules for one check.</summary>
    internal static IReadOnlyList<Rule> NewRules() =>
    [
        new EmptyFileRule(),
        new NoRowsRule(),
        new NotTabularRule(),
        new EncodingErrorRule(),
        new NotUtf8Rule(),
        new ByteOrderMarkRule(),
        new SeparatorNotCommaRule(),
        new MalformedQuotingRule(),
        new MixedLineEndingsRule(),
        new ControlCharacterRule(),
        new TooLargeRule(),

        new MissingHeaderRule(),
        new BlankLabelRule(),
        new DuplicateLabelRule(),
        new LabelSpacesRule(),
        new LabelNotIdentifierRule(),

        new TitleAboveHeaderRule(),
        new MultiRowHeaderRule(),
        new LineBreakInLabelRule(),

        new MergedCellsTraceRule(),

        new TypeErrorRule(),
        new MixedTypesRule(),
        new ThousandsSeparatorRule(),
        new UnitInValueRule(),
        new ThaiDigitsRule(),
        new PlaceholderValueRule(),
        new MixedDecimalsRule(),
        new MixedBooleansRule(),
        new TrailingSpacesRule(),

        new DateErrorRule(),
        new DateNotIsoRule(),
        new BuddhistEraDateRule(),
        new MixedDateFormatsRule(),
        new AmbiguousDateRule(),
        new TwoDigitYearRule(),

        new MissingCellRule(),
        new ExtraCellRule(),
        new BlankRowRule(),
        new BlankColumnRule(),
        new SubTableRule(),
        new NoteRowRule(),
        new TotalRowRule(),
        new DuplicateRowRule(),
        new NotAllComparedRule(),

        new MissingColumnRule(),
        new UnexpectedColumnRule(),
        new ColumnOrderRule(),
        new ValueRequiredRule(),
        new ValueNotUniqueRule(),
        new DuplicateKeyRule(),
        new NotInCodeListRule(),
        new OutOfRangeRule(),
        new TooLongRule(),
        new PatternMismatchRule(),
        new BrokenReferenceRule(),
        new DictionaryIncompleteRule(),

        new PersonalDataRule(),
        new FormulaInjectionRule(),

        new MetadataMissingRule(),
        new MetadataInvalidRule(),
        new NotOpenRule(),
        new NotPrimaryDataRule(),
        new StaleRule(),
        new MetadataVsFileRule(),
    ];
}
