using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store.Registry;

namespace OpenData.Store.Moving;

/// <summary>What a move needs of a store beyond its contract.</summary>
internal interface IMovable : IDataStore
{
    /// <summary>What the registry is kept in.</summary>
    RegistryDatabase Database { get; }

    /// <summary>True where the rows of a unit are there, whole.</summary>
    Task<bool> HasUnitAsync(string unit, CancellationToken cancellation);

    /// <summary>Writes rows into a unit of this name; nobody reads it until a release names it.</summary>
    Task LoadUnitAsync(string unit, DataDictionary dictionary, RowReader rows, CancellationToken cancellation);
}
