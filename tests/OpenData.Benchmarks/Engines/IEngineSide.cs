using System.Data.Common;

namespace OpenData.Benchmarks.Engines;

/// <summary>An engine in the race: where its data are, its own tool, and a connection by hand.</summary>
internal interface IEngineSide : IAsyncDisposable
{
    string Name { get; }

    /// <summary>What the engine's own tool is called.</summary>
    string Tool { get; }

    /// <summary>What <c>--data</c> is given.</summary>
    string Data { get; }

    /// <summary>The column of a row's number.</summary>
    string Number { get; }

    /// <summary>Takes away what a run before has left.</summary>
    Task EmptyAsync();

    /// <summary>Loads the file with the engine's own tool; null where it is not on this machine.</summary>
    Task<TimeSpan?> LoadAsync(string csv);

    string TableOf(string unit);

    DbConnection Connect(string unit);
}
