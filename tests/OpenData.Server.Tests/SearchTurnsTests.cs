using OpenData.Server.Rest.Search;

namespace OpenData.Server.Tests;

/// <summary>Searches take turns.</summary>
public sealed class SearchTurnsTests
{
    [Fact]
    public async Task Whoever_came_first_is_first_and_no_more_than_may_are_worked_at()
    {
        using var turns = new SearchTurns();
        var gates = Enumerable.Range(0, 3 * ServerLimits.SearchesAtOnce).Select(_ => new TaskCompletionSource()).ToList();
        var begun = new List<int>();
        var made = gates.Select((gate, i) => turns.TakeAsync(
            async () =>
            {
                lock (begun)
                {
                    begun.Add(i);
                }

                await gate.Task;
                return i;
            },
            CancellationToken.None)).ToList();

        for (var done = 0; done < gates.Count; done++)
        {
            begun.Should().Equal(Enumerable.Range(0, Math.Min(gates.Count, done + ServerLimits.SearchesAtOnce)));
            gates[done].SetResult();
            (await made[done]).Should().Be(done);
            await UntilAsync(() => begun.Count == Math.Min(gates.Count, done + 1 + ServerLimits.SearchesAtOnce));
        }
    }

    [Fact]
    public async Task A_turn_ends_where_the_search_fails_and_where_nobody_waits_for_it_any_more()
    {
        using var turns = new SearchTurns();
        var gate = new TaskCompletionSource<int>();
        for (var i = 0; i < 2 * ServerLimits.SearchesAtOnce; i++)
        {
            await turns.Invoking(t => t.TakeAsync<int>(() => throw new TimeoutException(), CancellationToken.None)).Should().ThrowAsync<TimeoutException>();
        }

        var held = Enumerable.Range(0, ServerLimits.SearchesAtOnce).Select(_ => turns.TakeAsync(() => gate.Task, CancellationToken.None)).ToList();
        using var gone = new CancellationTokenSource();
        var waiting = turns.TakeAsync(() => Task.FromResult(0), gone.Token);
        await gone.CancelAsync();
        await waiting.Awaiting(w => w).Should().ThrowAsync<OperationCanceledException>();
        gate.SetResult(1);

        (await Task.WhenAll(held)).Should().OnlyContain(number => number == 1);
        (await turns.TakeAsync(() => Task.FromResult(2), CancellationToken.None)).Should().Be(2);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(1);
        }
    }
}
