using System.Text;
using OpenData.Registry;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Publishing;

/// <summary>Keys of published datasets, read from the store before a check that refers to them.</summary>
public sealed class StoredReferenceKeys : IReferenceKeys
{
    /// <summary>More keys than this are not held: a code list or a register that others refer to is smaller.</summary>
    private const int MostKeys = 200_000;

    private readonly Dictionary<Reference, HashSet<string>> keys = [];
    private readonly List<ReferencedRelease?> releases = [];

    private StoredReferenceKeys()
    {
    }

    /// <inheritdoc/>
    public IReadOnlySet<string>? KeysOf(Reference reference) => keys.GetValueOrDefault(reference);

    /// <summary>For each reference of the dictionary the release whose keys were read; null where none was.</summary>
    public IReadOnlyList<ReferencedRelease?> Releases => releases;

    /// <summary>Reads the keys of every dataset that a dictionary refers to and that is published.</summary>
    public static async Task<StoredReferenceKeys> LoadAsync(IDataStore store, DataDictionary dictionary, CancellationToken cancellation)
    {
        var loaded = new StoredReferenceKeys();
        foreach (var reference in dictionary.References)
        {
            var target = await store.Registry.FindDatasetAsync(reference.Dataset, cancellation);
            var resource = reference.Resource is { } key ? target?.Resource(key) : target?.Resources is [var only] ? only : null;
            await loaded.AddAsync(store, reference, resource?.Current, cancellation);
        }

        return loaded;
    }

    /// <summary>Reads the keys that an earlier check was made with.</summary>
    /// <param name="store">Where the releases are.</param>
    /// <param name="dictionary">The dictionary of that check.</param>
    /// <param name="releases">For each of its references the release that was read then.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<StoredReferenceKeys> LoadAsync(IDataStore store, DataDictionary dictionary, IReadOnlyList<ReferencedRelease?> releases, CancellationToken cancellation)
    {
        var loaded = new StoredReferenceKeys();
        foreach (var (reference, then) in dictionary.References.Zip(releases))
        {
            await loaded.AddAsync(store, reference, then is null ? null : await store.Registry.FindReleaseAsync(then.ResourceId, then.Number, cancellation), cancellation);
        }

        return loaded;
    }

    private async Task AddAsync(IDataStore store, Reference reference, Release? release, CancellationToken cancellation)
    {
        var columns = release is null ? [-1] : reference.To.Select(release.Dictionary.IndexOf).ToArray();
        var found = Array.TrueForAll(columns, c => c >= 0) ? await ReadAsync(store, release!, columns, cancellation) : null;
        releases.Add(found is null ? null : new ReferencedRelease(release!.ResourceId, release.Number));
        if (found is not null)
        {
            keys[reference] = found;
        }
    }

    private static async Task<HashSet<string>?> ReadAsync(IDataStore store, Release release, int[] columns, CancellationToken cancellation)
    {
        if (release.Rows > MostKeys)
        {
            return null;
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        await using var rows = await store.Rows.QueryAsync(release, new RowQuery { Select = columns }, cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            found.Add(string.Join('\u001F', columns.Select((_, i) => TextOf(rows, i))));
        }

        return found;
    }

    private static string TextOf(RowReader rows, int column) => rows.Kind(column) switch
    {
        RowValueKind.Integer => rows.Integer(column).ToString(System.Globalization.CultureInfo.InvariantCulture),
        RowValueKind.Float => rows.Float(column).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        RowValueKind.Text => Encoding.UTF8.GetString(rows.Utf8(column)),
        _ => "",
    };
}
