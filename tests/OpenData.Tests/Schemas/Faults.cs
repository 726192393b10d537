using OpenData.Schemas;

namespace OpenData.Tests.Schemas;

/// <summary>What every fault of a document must have, and the short form in which tests compare them.</summary>
internal static class Faults
{
    /// <summary>The faults as <c>code pointer line</c>, having seen that each is told in full.</summary>
    public static string[] Of<T>(DocumentResult<T> result)
        where T : class
    {
        (result.Value is null).Should().Be(result.Errors.Count > 0, "a document has a value or errors, never both");
        return Of(result.Errors);
    }

    public static string[] Of(IEnumerable<DocumentError> errors)
    {
        foreach (var error in errors)
        {
            error.Code.Should().MatchRegex("^[a-z0-9]+(-[a-z0-9]+)*$");
            error.Line.Should().BePositive(error.Message.En);
            error.Pointer.Should().MatchRegex("^(/.*)?$");
            foreach (var text in (string?[])[error.Message.Th, error.Message.En, error.Fix.Th, error.Fix.En])
            {
                text.Should().NotBeNullOrWhiteSpace(error.Code);
                text.Should().NotContain("  ", error.Code);
            }

            error.Message.Th.Should().MatchRegex("[ก-๙]", "the Thai sentence is Thai");
            error.Fix.Th.Should().MatchRegex("[ก-๙]", "the Thai remedy is Thai");
            error.Message.En.Should().NotMatchRegex("^[ก-๙]", "the English sentence is English");
        }

        return [.. errors.Select(e => $"{e.Code} {e.Pointer} {e.Line}")];
    }
}
