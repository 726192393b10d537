using System.Globalization;
using OpenData.Rules;
using Spectre.Console;

namespace OpenData.Cli.Output;

/// <summary>Shows how far a long check has come — bytes, rows, rate, time left — where somebody watches.</summary>
internal static class WorkProgress
{
    /// <summary>Does the work on another thread, so that Ctrl-C is heard at once, and draws a bar meanwhile for a file worth one.</summary>
    public static Task<T> RunAsync<T>(
        string name,
        long bytes,
        Terminal terminal,
        Func<IProgress<CheckProgress>?, Task<T>> work,
        CancellationToken cancellation)
    {
        if (!terminal.ShowsProgress || bytes < CliDefaults.ProgressFrom)
        {
            return Task.Run(() => work(null), cancellation);
        }

        return terminal.Notes.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new DownloadedColumn { Culture = CultureInfo.InvariantCulture },
                new TransferSpeedColumn { Culture = CultureInfo.InvariantCulture },
                new RemainingTimeColumn())
            .StartAsync(bar =>
            {
                var task = bar.AddTask(Markup.Escape(name), maxValue: bytes);
                return Task.Run(() => work(new Bar(task, name, terminal)), cancellation);
            });
    }

    /// <summary>Reports straight to the bar: the framework's <c>Progress</c> would queue a callback for each step.</summary>
    private sealed class Bar(ProgressTask task, string name, Terminal terminal) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value)
        {
            task.Value = value.Bytes;
            var rows = value.Rows.ToString("N0", CultureInfo.InvariantCulture);
            task.Description = Markup.Escape($"{name} · {rows} {terminal.Say("แถว", "rows")}");
        }
    }
}
