using System.Collections.Concurrent;

namespace OpenData.Server.Published;

/// <summary>Answers about what never changes, a release or an edition of a dataset; the oldest make room for new ones.</summary>
/// <param name="most">Bytes of all answers, about.</param>
/// <param name="mostOfOne">Bytes of an answer that is kept.</param>
internal sealed class AnswerCache(long most, long mostOfOne)
{
    private readonly ConcurrentDictionary<string, (object Answer, long Bytes)> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();
    private long bytes;

    /// <summary>Bytes of what is kept.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    public T? Find<T>(string question) where T : class => answers.TryGetValue(question, out var kept) ? (T)kept.Answer : null;

    public void Keep(string question, object answer, long size)
    {
        size += (question.Length * 2) + 200;
        if (size > mostOfOne || !answers.TryAdd(question, (answer, size)))
        {
            return;
        }

        order.Enqueue(question);
        Interlocked.Add(ref bytes, size);
        while (Interlocked.Read(ref bytes) > most && order.TryDequeue(out var oldest))
        {
            if (answers.TryRemove(oldest, out var removed))
            {
                Interlocked.Add(ref bytes, -removed.Bytes);
            }
        }
    }
}
