using OpenData.Schemas;

namespace OpenData.Registry.Review;

/// <summary>What the gate has to know of a resource.</summary>
/// <param name="Key">The resource's key.</param>
public sealed record GatedResource(string Key)
{
    public required bool HasDictionary { get; init; }

    /// <summary>True where a file was accepted against the newest dictionary.</summary>
    public required bool HasFile { get; init; }

    /// <summary>True where a file was accepted, but against a dictionary that has changed since.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>True where the data are kept elsewhere, by the address in the form: then no file is asked for.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>The rules whose errors the file, or the newest refused one, has; those that were excepted are among them.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The rules that an approver has excepted.</summary>
    public IReadOnlyList<string> Excepted { get; init; } = [];
}

/// <summary>A reason for which a dataset cannot be published.</summary>
/// <param name="Code">A stable kebab-case code.</param>
/// <param name="Where">JSON pointer into Form 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record GateReason(string Code, string Where, LocalText Message, LocalText Remedy);

/// <summary>Lists every reason for which a dataset cannot be published; an empty list opens the gate.</summary>
public static class Gate
{
    /// <summary>The rule of the privacy guard, which nobody can except.</summary>
    public const string PersonalData = "personal-data";

    private static readonly string[] OpenLicenses = ["odc", "cc-by", "cc-by-sa", "cc-by-nc", "cc-by-nc-sa", "cc-by-nc-nd", "cc-by-nd", "cc-nc-any", "gfdl", "other"];

    public static IReadOnlyList<GateReason> Reasons(DatasetForm form, IReadOnlyList<GatedResource> resources)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(resources);
        return
        [
            .. form.MissingItems().Missing.Select(GateTexts.Missing),
            .. Restrictions(form),
            .. resources.Count == 0 ? [GateTexts.NoResource] : resources.SelectMany((r, i) => OfResource(r, i)),
        ];
    }

    private static IEnumerable<GateReason> Restrictions(DatasetForm form)
    {
        if (form.Category is { } category and not "public")
        {
            yield return GateTexts.Forbids("data_category", category, "public");
        }

        if (form.Classification is { } classification and not "open")
        {
            yield return GateTexts.Forbids("data_classification", classification, "open");
        }

        if (form.License is { } license && Array.IndexOf(OpenLicenses, license) < 0)
        {
            yield return GateTexts.Forbids("license_id", license, "odc");
        }
    }

    private static IEnumerable<GateReason> OfResource(GatedResource resource, int index)
    {
        var at = $"/resources/{index}";
        if (resource.Errors.Contains(PersonalData))
        {
            yield return GateTexts.Personal(resource.Key, at);
        }

        if (resource.IsElsewhere)
        {
            yield break;
        }

        if (!resource.HasDictionary)
        {
            yield return GateTexts.NoDictionary(resource.Key, at);
        }

        var errors = resource.Errors.Where(e => e != PersonalData && !resource.Excepted.Contains(e)).ToList();
        if (errors.Count > 0)
        {
            yield return GateTexts.DoesNotComply(resource.Key, at, errors);
        }
        else if (resource.IsOutdated)
        {
            yield return GateTexts.Outdated(resource.Key, at);
        }
        else if (!resource.HasFile)
        {
            yield return GateTexts.NoFile(resource.Key, at);
        }
    }
}
