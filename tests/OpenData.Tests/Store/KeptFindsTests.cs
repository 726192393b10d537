using OpenData.Store.Search;

namespace OpenData.Tests.Store;

public sealed class KeptFindsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_is_asked_for_often_enough_is_found_no_more(int from)
    {
        var finds = new KeptFinds<string, int>(from, 64, 8, 100, _ => 1);
        var found = 0;

        for (var time = 0; time < 6; time++)
        {
            (await finds.FindAsync("a word", () => Task.FromResult(++found))).Should().Be(Math.Min(time + 1, from));
        }
    }

    [Theory]
    [InlineData(2, 100, 1)]
    [InlineData(8, 100, 60)]
    public async Task Where_it_is_too_much_the_keeping_starts_anew(int most, int mostWeight, int weight)
    {
        var finds = new KeptFinds<int, int>(2, 64, most, mostWeight, _ => weight);
        var found = 0;
        for (var time = 0; time < 3; time++)
        {
            await finds.FindAsync(1, () => Task.FromResult(++found));
        }

        found.Should().Be(2);
        foreach (var other in (int[])[2, 2, 3, 3])
        {
            await finds.FindAsync(other, () => Task.FromResult(0));
        }

        await finds.FindAsync(1, () => Task.FromResult(++found));

        found.Should().Be(3);
    }

    [Fact]
    public async Task Who_asks_again_after_too_many_others_is_taken_for_the_first()
    {
        var finds = new KeptFinds<int, int>(2, 1, 8, 100, _ => 1);
        var found = 0;

        foreach (var question in (int[])[100, 200, 100, 200, 100, 100, 100])
        {
            await finds.FindAsync(question, () => Task.FromResult(++found));
        }

        // The last but one is the first that was asked for just before, and it is kept for the last.
        found.Should().Be(6);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        var finds = new KeptFinds<string, int>(2, 64, 8, 100, _ => 1);
        await finds.FindAsync("a word", () => Task.FromResult(1));

        await finds.Invoking(f => f.FindAsync("a word", () => throw new TimeoutException())).Should().ThrowAsync<TimeoutException>();

        (await finds.FindAsync("a word", () => Task.FromResult(2))).Should().Be(2);
    }
}
