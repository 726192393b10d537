using OpenData.GraphQL;
using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>Full text inside rows: the argument <c>search</c>, which is REST's <c>q</c>.</summary>
internal static class RowWords
{
    private const string Name = "search";

    public static InputValue Argument { get; } = new(Name, "String")
    {
        Description = $"คำที่แถวต้องมีทุกคำ อยู่ในคอลัมน์ใดก็ได้ ไม่เกิน {ServerLimits.SearchWords} คำ · Only rows that contain each of these words, in whatever column; {ServerLimits.SearchWords} words at most.",
    };

    /// <summary>A condition, and the words where they are given.</summary>
    /// <exception cref="GraphQLException">There is no word, or there are too many.</exception>
    public static Filter? And(Filter? where, Arguments arguments)
    {
        if (arguments[Name] is not string text)
        {
            return where;
        }

        var words = text.Length > ServerLimits.SearchLength || text.Contains('\0', StringComparison.Ordinal) ? [] : SearchWords.Of(text);
        if (words.Count is 0 or > ServerLimits.SearchWords)
        {
            throw new GraphQLException($"{Name} has {words.Count} words that can be looked for: give 1 to {ServerLimits.SearchWords}, {ServerLimits.SearchLength} characters at most.");
        }

        var search = new Filter.Search(words);
        return where is null ? search : new Filter.And([where, search]);
    }
}
