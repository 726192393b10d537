using OpenData.Registry;
using OpenData.Registry.Review;

namespace OpenData.Store;

/// <summary>The reviews of datasets: their states, steps, staged files and exceptions.</summary>
public interface IReviewStore
{
    /// <summary>Makes a change, all of it or none; null where the dataset is not of the change's revision any more.</summary>
    Task<Dataset?> ChangeAsync(DatasetChange change, CancellationToken cancellation = default);

    /// <summary>Keeps an accepted file for the review, in place of the one before it; nobody but reviewers sees it.</summary>
    Task<Release> StageAsync(NewRelease release, CancellationToken cancellation = default);

    /// <summary>The report of a resource's staged file, or null where none is staged.</summary>
    Task<byte[]?> FindStagedReportAsync(Guid resourceId, CancellationToken cancellation = default);

    /// <summary>What the check of a resource's staged file rested on, or null where none is staged or it is not known.</summary>
    Task<ReleaseBasis?> FindStagedBasisAsync(Guid resourceId, CancellationToken cancellation = default);

    /// <summary>The steps of a dataset, oldest first.</summary>
    Task<IReadOnlyList<ReviewStep>> ListStepsAsync(Guid datasetId, CancellationToken cancellation = default);

    /// <summary>Records an exception, with its step; one for the same rule is replaced.</summary>
    Task RecordExceptionAsync(Guid resourceId, RecordedException exception, ReviewStep step, CancellationToken cancellation = default);

    /// <summary>Says whether one person may both submit and approve the datasets of an organization.</summary>
    Task AllowOnePersonAsync(string organization, bool allowed, CancellationToken cancellation = default);
}
