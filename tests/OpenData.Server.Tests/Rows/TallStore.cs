using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Tests.Rows;

/// <summary>The real store, where every condition matches more rows than a sheet has.</summary>
internal sealed class TallStore(IDataStore real) : IDataStore, IRowStore
{
    private const long Tall = 1_048_576;

    public IRegistryStore Registry { get; } = TallRegistry.Over(real.Registry);
    public IOriginalStore Originals => real.Originals;
    public IRowStore Rows => this;
    public IScoreStore Scores => real.Scores;
    public IReviewStore Reviews => real.Reviews;
    public IAccountStore Accounts => real.Accounts;
    public ValueTask<IAsyncDisposable> BeginPublishAsync(CancellationToken cancellation = default) => real.BeginPublishAsync(cancellation);
    public ValueTask<int> SweepAsync(CancellationToken cancellation = default) => real.SweepAsync(cancellation);
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    public Task<(string Unit, long Rows)> LoadAsync(DataDictionary dictionary, RowReader rows, CancellationToken cancellation = default) => real.Rows.LoadAsync(dictionary, rows, cancellation);
    public Task<RowReader> QueryAsync(Release release, RowQuery query, CancellationToken cancellation = default) => real.Rows.QueryAsync(release, query, cancellation);
    public Task<RowReader> AggregateAsync(Release release, AggregateQuery query, CancellationToken cancellation = default) => real.Rows.AggregateAsync(release, query, cancellation);
    public Task<long> CountAsync(Release release, Filter? where, CancellationToken cancellation = default) => Task.FromResult(Tall);
    public long UnitBytes(string unit) => real.Rows.UnitBytes(unit);

    /// <summary>The real registry, where every release says that it has so many rows.</summary>
    public class TallRegistry : System.Reflection.DispatchProxy
    {
        private IRegistryStore? real;

        public static IRegistryStore Over(IRegistryStore real)
        {
            var proxy = Create<IRegistryStore, TallRegistry>();
            ((TallRegistry)(object)proxy).real = real;
            return proxy;
        }

        protected override object? Invoke(System.Reflection.MethodInfo? targetMethod, object?[]? args)
        {
            var answer = targetMethod!.Invoke(real, args);
            return answer is Task<Dataset?> dataset ? TallAsync(dataset) : answer;
        }

        private static async Task<Dataset?> TallAsync(Task<Dataset?> found) => await found is not { } dataset ? null : dataset with
        {
            Resources = [.. dataset.Resources.Select(r => r.Current is null ? r : r with { Current = r.Current with { Rows = Tall } })],
        };
    }
}
