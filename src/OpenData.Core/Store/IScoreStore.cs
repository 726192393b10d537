using OpenData.Registry;

namespace OpenData.Store;

/// <summary>What scores rest on that no dataset tells, and what they were before. Both only grow.</summary>
public interface IScoreStore
{
    /// <summary>Keeps a record of evidence.</summary>
    Task AddEvidenceAsync(Evidence evidence, CancellationToken cancellation = default);

    /// <summary>Every record of these organizations for a fiscal year, the oldest first, withdrawn ones too.</summary>
    Task<IReadOnlyList<Evidence>> ListEvidenceAsync(IReadOnlyCollection<string> organizations, int fiscalYear, CancellationToken cancellation = default);

    /// <summary>Keeps a score, unless the newest of the same organization, indicator and year has the same result by the same definition. True where it was kept.</summary>
    Task<bool> KeepScoreAsync(KeptScore score, CancellationToken cancellation = default);

    /// <summary>The scores kept of an organization for a fiscal year, the oldest first.</summary>
    Task<IReadOnlyList<KeptScore>> ListScoresAsync(string organization, int fiscalYear, CancellationToken cancellation = default);
}
