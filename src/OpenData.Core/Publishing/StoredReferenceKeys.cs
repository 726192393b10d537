using System.Text;
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

    private StoredReferenceKeys()
    {
    }

    /// <inheritdoc/>
    public IReadOnlySet<string>? KeysOf(Reference reference) => keys.GetValueOrDefault(reference);

    /// <summary>Reads the keys of every dataset that a dictionary refers to and that is published.</summary>
    public static async Task<StoredReferenceKeys> LoadAsync(IDataStore store, DataDictionary dictionary, CancellationToken cancellation)
    {
        var loaded = new StoredReferenceKeys();
        foreach (var reference in dictionary.References)
        {
            var target = await store.Registry.FindDatasetAsync(reference.Dataset, cancellation);
            var resource = reference.Resource is { } key ? target?.Resource(key) : target?.Resources is [var only] ? only : null;
            var columns = resource?.Current is { } current ? reference.To.Select(current.Dictionary.IndexOf).ToArray() : [-1];
            if (Array.TrueForAll(columns, c => c >= 0) && await ReadAsync(store, resource!.Current!, columns, cancellation) is { } found)
            {
                loaded.keys[reference] = found;
            }
        }

        return loaded;
    }

    private static async Task<HashSet<string>?> ReadAsync(IDataStore store, Registry.Release release, int[] columns, CancellationToken cancellation)
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
