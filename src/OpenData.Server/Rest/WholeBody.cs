namespace OpenData.Server.Rest;

/// <summary>Sends bodies that lie in memory whole.</summary>
internal static class WholeBody
{
    /// <summary>
    /// Sends a body in one piece: the framework cuts what it is given into pieces of 4 kB, and borrows, links and gives back each of the thirty that a
    /// page of a search has. Nothing is sent to HEAD; where a client takes compressed answers, the body goes the framework's way.
    /// </summary>
    public static async Task WriteWholeAsync(this HttpContext context, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        if (context.Request.Headers.AcceptEncoding.Count > 0)
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
            return;
        }

        // Once the answer is begun, room for all of it is given in one block.
        await response.StartAsync(context.RequestAborted);
        body.Span.CopyTo(response.BodyWriter.GetSpan(body.Length));
        response.BodyWriter.Advance(body.Length);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
