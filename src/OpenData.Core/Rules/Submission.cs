using OpenData.Intake;
using OpenData.Schemas;

namespace OpenData.Rules;

/// <summary>What is checked: a file, and what is said of it.</summary>
/// <param name="Upload">The file.</param>
/// <param name="Dictionary">Its data dictionary, or null where none was given.</param>
/// <param name="References">Keys of other datasets that this one points to, or null where they cannot be known.</param>
public sealed record Submission(Upload Upload, DataDictionary? Dictionary, IReferenceKeys? References = null);

/// <summary>Answers whether a key exists in another published dataset.</summary>
public interface IReferenceKeys
{
    /// <summary>
    /// All keys of <paramref name="reference"/>'s target, each a value of its <c>to</c> columns joined by U+001F; null where the target is not published.
    /// </summary>
    IReadOnlySet<string>? KeysOf(Reference reference);
}

/// <summary>What a caller may choose about a check.</summary>
public sealed record CheckOptions
{
    /// <summary>How many findings of each code and column are kept in the report.</summary>
    public int Keep { get; init; } = CheckLimits.Keep;

    /// <summary>Worker threads; the report is the same for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>False to look for no duplicate rows, keys and unique values, which takes memory and time.</summary>
    public bool Uniqueness { get; init; } = true;

    /// <summary>The share of a column's values that must agree before the rest are called faulty.</summary>
    public double TypeThreshold { get; init; } = CheckLimits.TypeThreshold;

    /// <summary>How many different values of a column are counted before the count is given up.</summary>
    public int DistinctLimit { get; init; } = CheckLimits.Distinct;
}

/// <summary>How far a check has come.</summary>
/// <param name="Bytes">Bytes read.</param>
/// <param name="Rows">Rows read.</param>
public readonly record struct CheckProgress(long Bytes, long Rows);
