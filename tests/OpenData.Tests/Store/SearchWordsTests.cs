using System.Text;
using OpenData.Store;

namespace OpenData.Tests.Store;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("โรงพยาบาลส่งเสริมสุขภาพ", "พยาบาล", true)]
    [InlineData("Hua Lamphong", "LAMP", true)]
    [InlineData("É", "é", false)]
    [InlineData("E\u0301cole", "École", true)]
    [InlineData("École", "E\u0301cole", true)]
    [InlineData("ก\u0E48\u0E38", "ก\u0E38\u0E48", true)]
    [InlineData("cafe\u0301", "cafe", false)]
    [InlineData("", "a", false)]
    [InlineData("a\0b", "b", true)]
    public void A_word_is_found_by_its_letters_however_they_are_composed(string cell, string word, bool found)
    {
        SearchWords.Holds(Encoding.UTF8.GetBytes(cell), Encoding.UTF8.GetBytes(SearchWords.Of(word).Single())).Should().Be(found);
    }

    [Fact]
    public void Words_are_split_at_white_space_and_each_is_asked_once()
    {
        SearchWords.Of(" Bang\u3000bang \t ซื่อ\n").Should().Equal("bang", "ซื่อ");
        SearchWords.Of("  ").Should().BeEmpty();
    }
}
