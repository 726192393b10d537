using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OpenData.Intake;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Files;

/// <summary>A file that came with a request, spooled to a folder of its own; disposing deletes it.</summary>
internal sealed class SentFile : IDisposable
{
    /// <summary>The part by which a page of this site proves itself.</summary>
    private const string TokenPart = "__RequestVerificationToken";

    private readonly string folder;
    private readonly Func<string, Task<bool>>? isOurs;
    private bool isProved;

    private SentFile(string folder, Func<string, Task<bool>>? isOurs) => (this.folder, this.isOurs) = (folder, isOurs);

    /// <summary>The file, or null where <see cref="Refusal"/> says why there is none.</summary>
    public Upload? Upload { get; private set; }

    /// <summary>The text of the part called <c>dictionary</c>, or null.</summary>
    public string? Dictionary { get; private set; }

    /// <summary>The text of the part called <c>notes</c>, or null.</summary>
    public string? Notes { get; private set; }

    /// <summary>Why the request was refused, or null.</summary>
    public Problem? Refusal { get; private set; }

    /// <summary>
    /// Receives the raw body under <paramref name="name"/>, or the parts <c>file</c> and, where allowed, <c>dictionary</c> of a form. A page's form
    /// has <paramref name="isOurs"/>, asked of the token that comes before the file: of a forged form nothing is received.
    /// </summary>
    public static async Task<SentFile> ReceiveAsync(HttpRequest request, ServerOptions options, string? name, bool takesDictionary, Func<string, Task<bool>>? isOurs = null)
    {
        Directory.CreateDirectory(options.TempFolder);
        var sent = new SentFile(Directory.CreateDirectory(Path.Combine(options.TempFolder, "upload-" + Guid.NewGuid().ToString("N"))).FullName, isOurs);
        try
        {
            SentDocument.SizeLimit(request, options.UploadBytes);
            sent.Refusal = IsForm(request, out var boundary)
                ? await sent.ReadFormAsync(request, boundary, takesDictionary)
                : isOurs is null ? await sent.ReadRawAsync(request, name) : UploadTexts.NotOurs;
        }
        catch (BadHttpRequestException cut) when (cut.StatusCode == StatusCodes.Status400BadRequest)
        {
            sent.Refusal = UploadTexts.Cut;
        }
        catch
        {
            sent.Dispose();
            throw;
        }

        return sent;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static bool IsForm(HttpRequest request, out string boundary)
    {
        var isForm = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType == "multipart/form-data";
        boundary = isForm ? HeaderUtilities.RemoveQuotes(type!.Boundary).ToString() : "";
        return isForm;
    }

    private async Task<Problem?> ReadRawAsync(HttpRequest request, string? name)
    {
        // What curl -d sends has lost its line ends: such a file would be blamed for faults it does not have.
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            return UploadTexts.UrlEncoded;
        }

        Upload = await Receiver.ReceiveAsync(new UploadBody(request.Body), FileName(name), folder, request.HttpContext.RequestAborted);
        return Upload.Bytes == 0 && request.ContentLength is null or 0 && name is null ? UploadTexts.Missing : null;
    }

    private async Task<Problem?> ReadFormAsync(HttpRequest request, string boundary, bool takesDictionary)
    {
        if (boundary.Length is 0 or > UploadBody.BoundaryLength)
        {
            return UploadTexts.BadForm;
        }

        var parts = new MultipartReader(boundary, new UploadBody(request.Body));
        while (await NextAsync(parts, request.HttpContext.RequestAborted) is { } part)
        {
            if (await ReadPartAsync(part, takesDictionary, request.HttpContext.RequestAborted) is { } refusal)
            {
                return refusal;
            }
        }

        return Upload is null ? UploadTexts.Missing : null;
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader parts, CancellationToken cancellation)
    {
        try
        {
            return await parts.ReadNextSectionAsync(cancellation);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form is malformed.", malformed);
        }
    }

    private async Task<Problem?> ReadPartAsync(MultipartSection part, bool takesDictionary, CancellationToken cancellation)
    {
        var disposition = part.GetContentDispositionHeader();
        var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? "").ToString();
        var content = new UploadBody(part.Body);
        switch (name)
        {
            case TokenPart when isOurs is not null:
                var (token, faulty) = await ReadTextAsync(content, cancellation);
                isProved = token is not null && await isOurs(token);
                return faulty;
            case "file" when isOurs is not null && !isProved:
                return UploadTexts.NotOurs;
            case "file" when Upload is null:
                await ReceiveFileAsync(disposition!, content, cancellation);
                return null;
            case "dictionary" when takesDictionary && Dictionary is null:
                (Dictionary, var refusal) = await ReadTextAsync(content, cancellation);
                return refusal;
            case "notes" when !takesDictionary && Notes is null:
                (Notes, var unreadable) = await ReadTextAsync(content, cancellation);
                return unreadable;
            case "lang":
                return null;
            default:
                return UploadTexts.UnknownPart(name, takesDictionary);
        }
    }

    private async Task ReceiveFileAsync(ContentDispositionHeaderValue disposition, Stream content, CancellationToken cancellation)
    {
        var given = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
        var received = await Receiver.ReceiveAsync(content, FileName(given), folder, cancellation);

        // From a page, an empty part without a name is what a browser sends where no file was chosen.
        Upload = isOurs is not null && given.Length == 0 && received.Bytes == 0 ? null : received;
    }

    private static async Task<(string? Text, Problem? Refusal)> ReadTextAsync(Stream content, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[ServerLimits.FlushBytes];
        while (await content.ReadAsync(buffer, cancellation) is var read and > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > ServerLimits.DocumentBytes)
            {
                return (null, UploadTexts.DictionaryTooLarge);
            }
        }

        // A browser sends an empty part where no file was chosen.
        return bytes.Length == 0 ? (null, null) : SentDocument.Text(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>The last part of a sent name: never a path, never longer than a file system takes.</summary>
    private static string FileName(string? sent)
    {
        var last = (sent ?? "").Split('/', '\\')[^1];
        var shown = string.Concat(last.Where(c => !char.IsControl(c)));
        return shown.Length is 0 or > ServerLimits.FileNameLength ? "upload" : shown;
    }
}
