using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>A release as the registry keeps it, without its report.</summary>
internal sealed class ReleaseRow
{
    /// <summary>The columns of table <c>release r</c>, named as the properties here.</summary>
    public const string Columns =
        """
        r.resource_id AS ResourceId, r.number AS Number, r.sha256 AS Sha256, r.file_name AS FileName, r.bytes AS Bytes, r.rows AS Rows,
        r.dictionary AS Dictionary, r.unit AS Unit, r.published AS Published, r.errors AS Errors, r.warnings AS Warnings, r.infos AS Infos,
        r.notes AS Notes, r.repeats AS Repeats
        """;

    /// <summary>The columns of table <c>staged_release r</c>, named as the properties here; what is staged has no number yet.</summary>
    public static readonly string StagedColumns = Columns
        .Replace("r.number AS Number", "CAST(0 AS BIGINT) AS Number", StringComparison.Ordinal)
        .Replace("r.repeats AS Repeats", "CAST(NULL AS BIGINT) AS Repeats", StringComparison.Ordinal);

    public const string Stage =
        """
        INSERT INTO staged_release (resource_id, sha256, file_name, bytes, rows, dictionary, unit, published, errors, warnings, infos, notes, report, basis)
        VALUES (@ResourceId, @Sha256, @FileName, @Bytes, @Rows, @Dictionary, @Unit, @Published, @Errors, @Warnings, @Infos, @Notes, @Report, @Basis)
        ON CONFLICT (resource_id) DO UPDATE SET
            sha256 = excluded.sha256, file_name = excluded.file_name, bytes = excluded.bytes, rows = excluded.rows, dictionary = excluded.dictionary, unit = excluded.unit, published = excluded.published,
            errors = excluded.errors, warnings = excluded.warnings, infos = excluded.infos, notes = excluded.notes, report = excluded.report, basis = excluded.basis
        """;

    public const string Insert =
        """
        INSERT INTO release (resource_id, number, sha256, file_name, bytes, rows, dictionary, unit, published, errors, warnings, infos, notes, repeats, report, basis)
        VALUES (@ResourceId, @Number, @Sha256, @FileName, @Bytes, @Rows, @Dictionary, @Unit, @Published, @Errors, @Warnings, @Infos, @Notes, @Repeats, @Report, @Basis)
        """;

    public required string ResourceId { get; init; }
    public required long Number { get; set; }
    public required string Sha256 { get; init; }
    public required string FileName { get; init; }
    public required long Bytes { get; init; }
    public required long Rows { get; init; }
    public required string Dictionary { get; init; }
    public required string Unit { get; init; }
    public required string Published { get; init; }
    public required long Errors { get; init; }
    public required long Warnings { get; init; }
    public required long Infos { get; init; }
    public string? Notes { get; init; }
    public long? Repeats { get; init; }

    public static ReleaseRow Of(Release release) => new()
    {
        ResourceId = RegistryStore.Key(release.ResourceId),
        Number = release.Number,
        Sha256 = release.Sha256,
        FileName = release.FileName,
        Bytes = release.Bytes,
        Rows = release.Rows,
        Dictionary = StoredDictionary.Write(release.Dictionary),
        Unit = release.Unit,
        Published = StoredTime.Write(release.Published),
        Errors = release.Counts.Error,
        Warnings = release.Counts.Warning,
        Infos = release.Counts.Info,
        Notes = release.Notes,
        Repeats = release.Repeats,
    };

    public Release ToRelease() => new()
    {
        ResourceId = Guid.Parse(ResourceId),
        Number = checked((int)Number),
        Sha256 = Sha256,
        FileName = FileName,
        Bytes = Bytes,
        Rows = Rows,
        Dictionary = StoredDictionary.Read(Dictionary),
        Unit = Unit,
        Published = StoredTime.Read(Published),
        Counts = new FindingCounts(Errors, Warnings, Infos),
        Notes = Notes,
        Repeats = (int?)Repeats,
    };

    /// <summary>This row, its report and the basis of its check, as the parameters of <see cref="Insert"/>.</summary>
    public DynamicParameters With(NewRelease release) => With(release.Report, release.Basis is null ? null : StoredBasis.Write(release.Basis));

    /// <summary>The same, of a basis as it is kept.</summary>
    public DynamicParameters With(byte[] report, string? basis)
    {
        var parameters = new DynamicParameters(this);
        parameters.Add("Report", report);
        parameters.Add("Basis", basis);
        return parameters;
    }
}
