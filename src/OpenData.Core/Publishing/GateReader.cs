using OpenData.Registry;
using OpenData.Registry.Review;
using OpenData.Reports;
using OpenData.Store;

namespace OpenData.Publishing;

/// <summary>Gathers what the gate has to know of a dataset, and asks it.</summary>
/// <param name="store">Where reports are kept.</param>
public sealed class GateReader(IDataStore store)
{
    /// <summary>Every reason for which the dataset, with the change of it that is under review, cannot be published.</summary>
    public async Task<IReadOnlyList<GateReason>> ReasonsAsync(Dataset dataset, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var form = dataset.WorkForm;
        var resources = new List<GatedResource>();
        foreach (var named in form.ResourceForms)
        {
            resources.Add(await ReadAsync(dataset.Resource(named.Key), named, cancellation));
        }

        return Gate.Reasons(form, resources);
    }

    private async Task<GatedResource> ReadAsync(Resource? resource, ResourceForm form, CancellationToken cancellation)
    {
        var file = resource?.Staged ?? resource?.Current;
        var report = resource is null ? null : await ReportOfAsync(resource, cancellation);
        return new GatedResource(form.Key)
        {
            HasDictionary = resource?.Dictionary is not null,
            HasFile = file is not null,
            IsOutdated = file is not null && resource!.Dictionary is { } newest && newest.Sha256 != file.Dictionary.Sha256,
            IsElsewhere = file is null && form.Url is not null && report is null,
            Errors = report is null ? [] : Exceptions.ErrorsOf(report),
            Excepted = file is null ? [] : [.. resource!.Exceptions.Select(e => e.Rule)],
        };
    }

    /// <summary>The report of the file that would be published, else of the newest that was refused.</summary>
    private async Task<Report?> ReportOfAsync(Resource resource, CancellationToken cancellation)
    {
        var json = resource.Staged is not null ? await store.Reviews.FindStagedReportAsync(resource.Id, cancellation)
            : await store.Registry.FindReportAsync(resource.Id, resource.Current?.Number, cancellation);
        return json is null ? null : JsonReport.Read(json);
    }
}
