using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace OpenData.Publishing.Packages;

/// <summary>Form 1 as the descriptor of a data package gives it; one that this program wrote holds the form itself.</summary>
internal sealed partial class PackageForm(JObject package, string folder)
{
    /// <summary>The member that holds what Frictionless has no word for.</summary>
    public const string Own = "opendata";

    private static readonly Dictionary<string, string> Licences = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CC-BY-4.0"] = "cc-by", ["CC-BY-SA-4.0"] = "cc-by-sa", ["CC-BY-NC-4.0"] = "cc-by-nc", ["CC-BY-NC-SA-4.0"] = "cc-by-nc-sa", ["CC-BY-ND-4.0"] = "cc-by-nd", ["CC-BY-NC-ND-4.0"] = "cc-by-nc-nd", ["GFDL-1.3-or-later"] = "gfdl",
    };

    /// <summary>The dataset's name.</summary>
    public string Name { get; } = Slug(Word(package["name"]) ?? Path.GetFileName(folder));

    /// <summary>The form, not yet checked.</summary>
    public JObject Write()
    {
        var form = package[Own]?["form"] is JObject own ? (JObject)own.DeepClone() : Translate();
        form["name"] = Name;
        form.Remove("resources");
        return form;
    }

    /// <summary>A part of the form for a resource.</summary>
    public static JObject WriteResource(JObject resource, string key)
    {
        var form = resource[Own]?["form"] is JObject own ? (JObject)own.DeepClone() : new JObject();
        form["key"] = key;
        Put(form, "name", form["name"] ?? Word(resource["title"]) ?? Word(resource["name"]) ?? key);
        Put(form, "description", form["description"] ?? Word(resource["description"]));
        Put(form, "format", form["format"] ?? Word(resource["format"])?.ToUpperInvariant());
        foreach (var local in (string[])["file", "dictionary", "url"])
        {
            form.Remove(local);
        }

        return form;
    }

    /// <summary>A short name from what a package calls something.</summary>
    public static string Slug(string name)
    {
        var slug = NotOfSlug().Replace(name.Trim().ToLowerInvariant(), "-").Trim('-', '_');
        return slug.Length > 70 ? slug[..70] : slug;
    }

    private JObject Translate()
    {
        var form = new JObject();
        Put(form, "title", Word(package["title"]) ?? Name);
        Put(form, "notes", Word(package["description"]));
        Put(form, "url", Word(package["homepage"]));
        Put(form, "tag_string", package["keywords"] is JArray { Count: > 0 } words ? words.DeepClone() : null);
        Put(form, "data_source", Joined(package["sources"], "title"));
        Put(form, "created_date", Word(package["created"]) is { Length: >= 10 } created ? created[..10] : package["created"] is JValue { Value: DateTime day } ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null);
        People(form);
        Licence(form);
        return form;
    }

    private void People(JObject form)
    {
        var people = package["contributors"]?.OfType<JObject>().ToList() ?? [];
        if (people.Find(p => Role(p, "publisher")) is { } publisher && Word(publisher["title"]) is { } title && Slug(title) is { Length: > 1 } slug)
        {
            form["owner_org"] = new JObject { ["name"] = slug, ["title"] = title };
        }

        if ((people.Find(p => Role(p, "maintainer") || Role(p, "contact")) ?? people.Find(p => !Role(p, "publisher"))) is { } contact)
        {
            Put(form, "maintainer", Word(contact["title"]));
            Put(form, "maintainer_email", Word(contact["email"]));
        }
    }

    private static bool Role(JObject person, string role) => Word(person["role"]) == role || person["roles"]?.Any(r => Word(r) == role) == true;

    private void Licence(JObject form)
    {
        if (package["licenses"] is not JArray { Count: > 0 } licences || licences[0] is not JObject licence)
        {
            return;
        }

        if (Word(licence["name"]) is { } name && Licences.TryGetValue(name, out var code))
        {
            form["license_id"] = code;
        }
        else if ((Word(licence["title"]) ?? Word(licence["name"]) ?? Word(licence["path"])) is { } said)
        {
            form["license_id"] = "other";
            form["license_id_other"] = said;
        }
    }

    private static string? Joined(JToken? several, string member) =>
        several is JArray list && list.Select(s => Word(s[member])).OfType<string>().ToList() is { Count: > 0 } words ? string.Join("; ", words) : null;

    internal static string? Word(JToken? token) => token is JValue { Value: string text } && text.Trim().Length > 0 ? text : null;

    private static void Put(JObject json, string name, JToken? value)
    {
        if (value is not null and not JValue { Value: null })
        {
            json[name] = value.DeepClone();
        }
    }

    [GeneratedRegex("[^a-z0-9_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotOfSlug();
}
