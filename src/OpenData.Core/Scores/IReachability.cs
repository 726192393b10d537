namespace OpenData.Scores;

/// <summary>Tells whether an address answers. Scores without one say that reachability is not measured.</summary>
public interface IReachability
{
    /// <summary>True or false where it was tried, null where it could not be.</summary>
    /// <param name="address">A path of the catalog, such as <c>/datasets/provinces</c>.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<bool?> IsReachableAsync(string address, CancellationToken cancellation = default);
}
