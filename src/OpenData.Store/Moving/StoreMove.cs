using Dapper;
using OpenData.Registry;
using OpenData.Store.Registry;

namespace OpenData.Store.Moving;

/// <summary>What has been moved and compared.</summary>
/// <param name="Originals">Original files.</param>
/// <param name="Units">Tables of rows, those of staged files among them.</param>
/// <param name="Rows">Rows in them.</param>
/// <param name="Entries">Entries of the audit log.</param>
public sealed record MovedStore(long Originals, long Units, long Rows, long Entries);

/// <summary>
/// Moves everything from one store to another of either engine. Originals and rows first, each whole or not at all, so that a move that was killed
/// goes on where it was; the registry last, by one transaction: before it the new store is empty, after it everything is there.
/// </summary>
public sealed class StoreMove
{
    private readonly IMovable from;
    private readonly IMovable to;

    /// <param name="from">The store to move from; it stays as it is.</param>
    /// <param name="to">A store that has nothing in it yet, or what an earlier move of the same brought there.</param>
    public StoreMove(IDataStore from, IDataStore to)
    {
        this.from = (IMovable)from;
        this.to = (IMovable)to;
    }

    /// <summary>Moves and compares: every original by its hash, every table by a hash of its rows, the registry object by object, the log by its end.</summary>
    /// <param name="progress">Is told what is done, in words for a log.</param>
    /// <param name="cancellation">Stops the move; it can be taken up again.</param>
    /// <exception cref="InvalidOperationException">There is another catalog in the new store, or what arrived is not what was sent.</exception>
    public async Task<MovedStore> RunAsync(IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        // Nobody publishes meanwhile, and nobody sweeps what no release names yet.
        await using var stands = await from.BeginPublishAsync(cancellation);
        await using var turn = await to.BeginPublishAsync(cancellation);
        var head = await from.Audit.FindHeadAsync(cancellation);
        var isThere = await to.Audit.FindHeadAsync(cancellation) == head;
        if (!isThere && await HasContentAsync())
        {
            throw new InvalidOperationException(
                "ที่เก็บปลายทางมีแค็ตตาล็อกอื่นอยู่แล้ว โปรดย้ายไปยังที่เก็บที่ว่าง · There is another catalog in the new store already: move to an empty one.");
        }

        var releases = await ListReleasesAsync(cancellation);
        var originals = await MoveOriginalsAsync(releases, progress, cancellation);
        var rows = 0L;
        foreach (var release in releases)
        {
            rows += await MoveRowsAsync(release, cancellation);
            progress?.Report($"{release.Unit} {release.Rows}");
        }

        if (!isThere)
        {
            await new RegistryCopy(from.Database, to.Database).RunAsync(cancellation);
        }

        await CompareRegistryAsync(head, cancellation);
        return new MovedStore(originals, releases.Count, rows, head.Entries);
    }

    private Task<bool> HasContentAsync() => to.Database.QueryAsync(
        async connection => await connection.ExecuteScalarAsync<long>("SELECT (SELECT count(*) FROM dataset) + (SELECT count(*) FROM organization) + (SELECT count(*) FROM account)") > 0,
        CancellationToken.None);

    private Task<IReadOnlyList<Release>> ListReleasesAsync(CancellationToken cancellation) => from.Database.QueryAsync<IReadOnlyList<Release>>(
        async connection =>
        {
            var published = await connection.QueryAsync<ReleaseRow>($"SELECT {ReleaseRow.Columns} FROM release r ORDER BY r.published");
            var staged = await connection.QueryAsync<ReleaseRow>($"SELECT {ReleaseRow.StagedColumns} FROM staged_release r ORDER BY r.published");
            return [.. published.Concat(staged).Select(r => r.ToRelease())];
        },
        cancellation);

    private async Task<long> MoveOriginalsAsync(IReadOnlyList<Release> releases, IProgress<string>? progress, CancellationToken cancellation)
    {
        var originals = releases.DistinctBy(r => r.Sha256).ToList();
        foreach (var release in originals)
        {
            var kept = from.Originals.Inspect(release.Sha256, release.FileName, cancellation);
            if (kept is null || kept.Sha256 != release.Sha256)
            {
                throw Differs($"the original {release.Sha256}", $"ไฟล์ต้นฉบับ {release.Sha256}");
            }

            await to.Originals.KeepAsync(kept, cancellation);
            if (to.Originals.Inspect(release.Sha256, release.FileName, cancellation)?.Sha256 != release.Sha256)
            {
                throw Differs($"the original {release.Sha256}", $"ไฟล์ต้นฉบับ {release.Sha256}");
            }

            progress?.Report(release.Sha256);
        }

        return originals.Count;
    }

    private async Task<long> MoveRowsAsync(Release release, CancellationToken cancellation)
    {
        var all = new RowQuery { Select = [.. Enumerable.Range(0, release.Dictionary.Columns.Count)] };
        await using var sent = new HashedRows(await from.Rows.QueryAsync(release, all, cancellation));
        if (!await to.HasUnitAsync(release.Unit, cancellation))
        {
            await to.LoadUnitAsync(release.Unit, release.Dictionary, sent, cancellation);
        }

        await using var arrived = new HashedRows(await to.Rows.QueryAsync(release, all, cancellation));
        return await sent.FinishAsync(cancellation) == await arrived.FinishAsync(cancellation)
            ? release.Rows
            : throw Differs($"the rows {release.Unit}", $"แถวข้อมูล {release.Unit}");
    }

    private async Task CompareRegistryAsync(AuditHead head, CancellationToken cancellation)
    {
        if (await to.Audit.FindHeadAsync(cancellation) != head)
        {
            throw Differs("the audit log", "บันทึกการตรวจสอบ");
        }

        await using var arrived = to.Audit.ListObjectsAsync(cancellation).GetAsyncEnumerator(cancellation);
        await foreach (var sent in from.Audit.ListObjectsAsync(cancellation))
        {
            if (!await arrived.MoveNextAsync() || arrived.Current != sent)
            {
                throw Differs(sent.Object, sent.Object);
            }
        }
    }

    private static InvalidOperationException Differs(string en, string th) => new(
        $"สิ่งที่ไปถึงไม่ตรงกับต้นทาง: {th} โปรดใช้ที่เก็บเดิมต่อไป และตรวจด้วย opendata verify · What arrived is not what was sent: {en}. Go on with the old store, and look at it with opendata verify.");
}
