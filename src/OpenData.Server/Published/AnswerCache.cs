using System.Collections.Concurrent;

namespace OpenData.Server.Published;

/// <summary>Answers about what never changes, a release or an edition of a dataset; the oldest make room for new ones.</summary>
/// <param name="most">Bytes of all answers, about.</param>
/// <param name="mostOfOne">Bytes of an answer that is kept.</param>
/// <param name="comparer">Tells questions from each other.</param>
/// <param name="bytesOf">Bytes of a question.</param>
internal class AnswerCache<TQuestion>(long most, long mostOfOne, IEqualityComparer<TQuestion> comparer, Func<TQuestion, long> bytesOf)
    where TQuestion : class
{
    /// <summary>Bytes that the keeping takes, besides question and answer.</summary>
    private const int Overhead = 200;

    private readonly ConcurrentDictionary<TQuestion, (object Answer, long Bytes)> answers = new(comparer);
    private readonly ConcurrentQueue<TQuestion> order = new();
    private long bytes;

    /// <summary>Bytes of what is kept.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    public T? Find<T>(TQuestion question) where T : class => answers.TryGetValue(question, out var kept) ? (T)kept.Answer : null;

    public void Keep(TQuestion question, object answer, long size)
    {
        size += Overhead + bytesOf(question);
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

/// <summary>The same for questions that are texts.</summary>
internal sealed class AnswerCache(long most, long mostOfOne) : AnswerCache<string>(most, mostOfOne, StringComparer.Ordinal, question => question.Length * sizeof(char));
