using System.Text;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.OpenApi;

/// <summary>Makes requests of an operation: most of each parameter's valid values, and one that is not.</summary>
/// <param name="site">What there is on the server.</param>
/// <param name="document">The document.</param>
/// <param name="random">The chance.</param>
internal sealed class RequestMaker(GeneratedSite site, JObject document, Random random)
{
    /// <summary>Parameters of a CSV, and one of them of a workbook: with another format they are refused, which tests of rows say.</summary>
    private static readonly string[] Dress = ["header", "bom", "excel-safe"];

    private readonly JObject schemas = (JObject)document["components"]!["schemas"]!;

    /// <summary>A request whose every part is valid.</summary>
    public GeneratedRequest Valid(DocumentedOperation operation) => Make(operation, null, null);

    /// <summary>A request in which one parameter is not.</summary>
    public GeneratedRequest Faulty(DocumentedOperation operation, string parameter, string value) => Make(operation, parameter, value);

    /// <summary>The parameters of an operation that can be wrong, with values that are; for a text that may be any, bytes that are no text.</summary>
    public IEnumerable<(string Parameter, string Value)> Faults(DocumentedOperation operation)
    {
        var values = Values(operation);
        foreach (var parameter in operation.Parameters)
        {
            var (name, place) = ((string)parameter["name"]!, (string)parameter["in"]!);
            if (name == "conditions")
            {
                foreach (var condition in operation.IsForeign ? [] : GeneratedSite.FaultyConditions(parameter))
                {
                    yield return (name, condition);
                }
            }
            else if (place == "path")
            {
                foreach (var value in values.Invalid(parameter["schema"]!).Where(v => v.Length > 1 && !v.Contains('/', StringComparison.Ordinal)))
                {
                    yield return (name, Uri.EscapeDataString(value));
                }
            }
            else if (place == "query" && !operation.IsForeign)
            {
                foreach (var value in values.Invalid(parameter["schema"]!))
                {
                    yield return (name, Uri.EscapeDataString(value));
                }

                yield return (name, "%FF");
                yield return (name, $"x&{name}=x");
            }
        }

        if (!operation.IsForeign)
        {
            yield return ("nothing-of-the-kind", "1");
        }
    }

    private GeneratedRequest Make(DocumentedOperation operation, string? faulty, string? value)
    {
        var values = Values(operation);
        var (path, query, headers, valid) = (operation.Path, new List<string>(), new List<(string, string)>(), new List<string>());
        var dressed = Dress.Contains(faulty);
        var isFormat = faulty is "file" or "format";
        // Of very many conditions a few are chosen, or no row would ever be found.
        var chance = operation.Parameters.Count > 40 ? 5 : 30;
        foreach (var parameter in operation.Parameters)
        {
            var (name, place) = ((string)parameter["name"]!, (string)parameter["in"]!);
            var isRequired = (bool?)parameter["required"] == true;
            var isFaulty = name == faulty;
            if (!isFaulty && !isRequired && (random.Next(100) >= chance || Excluded(name, operation, valid)))
            {
                continue;
            }

            var text = isFaulty ? value! : name == "conditions" ? site.ValidCondition(operation, parameter, random) : place == "header" ? site.HeaderValue(name, random) : Uri.EscapeDataString(AddressValue(values, operation, parameter));
            dressed |= Dress.Contains(name);
            if (!isFaulty)
            {
                valid.Add(name);
            }

            switch (place)
            {
                case "path":
                    // In the key of a row a comma stands between two values; escaped, it would be part of one.
                    path = path.Replace($"{{{name}}}", operation.Path.EndsWith("/rows/{id}", StringComparison.Ordinal) ? text.Replace("%2C", ",", StringComparison.Ordinal) : text, StringComparison.Ordinal);
                    break;
                case "header":
                    headers.Add((name, text));
                    break;
                default:
                    query.Add(name == "conditions" ? text : $"{name}={text}");
                    break;
            }
        }

        if (faulty is not null && operation.Parameters.All(p => (string?)p["name"] != faulty))
        {
            query.Add($"{faulty}={value}");
        }

        if (operation.Method == "GET")
        {
            Dressed(operation, dressed && !isFormat, query.Count > 0 && !isFormat, ref path, headers);
        }

        var request = new GeneratedRequest(operation, path + (query.Count == 0 ? "" : "?" + string.Join('&', query)), GeneratedSite.CallerOf(operation, random), faulty is not null ? Expected.Refused : operation.IsForeign ? Expected.Documented : Expected.Accepted)
        {
            Valid = valid,
            Faulty = faulty,
            Headers = headers,
            IsHead = operation.Method == "GET" && random.Next(20) == 0,
        };
        return operation.Body is null ? request : WithBody(request, values, faulty is null);
    }

    /// <summary>A cursor is taken from an answer; <c>offset</c> and what else excludes each other is left to tests of their own.</summary>
    private static bool Excluded(string name, DocumentedOperation operation, List<string> chosen) =>
        (name == "after" && operation.Parameters.Any(p => (string?)p["name"] == "after" && p["schema"]!["pattern"] is null && (string?)p["schema"]!["type"] == "string"))
        || (Dress.Contains(name) && operation.Path.EndsWith("{file}", StringComparison.Ordinal) && chosen.Contains("If-None-Match"));

    /// <summary>Parameters of a spreadsheet go with its format; else any of the formats that the document has.</summary>
    private void Dressed(DocumentedOperation operation, bool dressed, bool hasQuery, ref string path, List<(string, string)> headers)
    {
        if (operation.Path.EndsWith("{file}", StringComparison.Ordinal))
        {
            var dot = path.LastIndexOf("/main", StringComparison.Ordinal);
            path = dot < 0 ? path : path[..dot] + "/main" + (dressed ? ".csv" : hasQuery && path.EndsWith(".gz", StringComparison.Ordinal) ? "" : path[(dot + 5)..]);
        }

        if (dressed && operation.Path.EndsWith(".{format}", StringComparison.Ordinal))
        {
            path = path[..path.LastIndexOf('.')] + ".csv";
        }

        var forms = (operation.Json["responses"]!["200"]?["content"] as JObject)?.Properties().Select(p => p.Name).ToList() ?? [];
        if (forms.Count > 1 && (dressed || random.Next(2) == 0) && !operation.IsForeign)
        {
            headers.Add(("Accept", dressed ? "text/csv" : forms[random.Next(forms.Count)]));
        }
    }

    private GeneratedRequest WithBody(GeneratedRequest request, GeneratedValues values, bool isValid)
    {
        var content = (JObject)request.Operation.Body!["content"]!;
        if (content["application/json"] is not { } json)
        {
            return request with { Body = GeneratedSite.FileOf(random), BodyType = "text/csv", Expected = request.Expected == Expected.Accepted ? Expected.Documented : request.Expected };
        }

        var (body, type, expected) = (GeneratedSite.BodyOf(request, values, json["schema"]!, random), "application/json", Expected.Documented);
        if (isValid && !request.Operation.IsForeign && random.Next(2) == 0)
        {
            (body, type, expected) = Spoilt(values, json["schema"]!, body);
        }

        return request with { Body = body, BodyType = type, Expected = isValid ? expected : request.Expected, Faulty = request.Faulty ?? (expected == Expected.Refused ? "body" : null) };
    }

    /// <summary>The same body as nobody should take it.</summary>
    private (byte[] Body, string Type, Expected Expected) Spoilt(GeneratedValues values, JToken schema, byte[] body) => random.Next(7) switch
    {
        0 => (body, "text/plain", Expected.Refused),
        1 => ([.. body, 0xFF], "application/json", Expected.Refused),
        2 => (body.Length > 2 ? body[..^1] : "{"u8.ToArray(), "application/json", Expected.Refused),
        3 => (Encoding.UTF8.GetBytes(new string('[', 5000)), "application/json", Expected.Refused),
        4 => ("null"u8.ToArray(), "application/json", Expected.Refused),
        _ => values.Spoilt(schema) is { } spoilt ? (Encoding.UTF8.GetBytes(spoilt.ToString()), "application/json", Expected.Refused) : ("[]"u8.ToArray(), "application/json", Expected.Refused),
    };

    private string AddressValue(GeneratedValues values, DocumentedOperation operation, JObject parameter)
    {
        var (name, schema) = ((string)parameter["name"]!, parameter["schema"]!);
        if (site.Known(operation, name) is not { Length: > 0 } known)
        {
            return GeneratedValues.InAddress(values.Valid(schema, ""));
        }

        return (string?)schema["type"] == "array" && (string?)schema["items"]!["type"] != "number" && random.Next(2) == 0 ? string.Join(',', known.OrderBy(_ => random.Next()).DistinctBy(k => k.TrimStart('-')).Take(2)) : known[random.Next(known.Length)];
    }

    private GeneratedValues Values(DocumentedOperation operation) => new(schemas, random, site.Members(operation));
}
