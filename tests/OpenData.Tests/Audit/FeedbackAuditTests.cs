using OpenData.Publishing.Verification;
using OpenData.Registry.Feedback;
using OpenData.Scores;
using OpenData.Store;

namespace OpenData.Tests.Audit;

/// <summary>What the public said outlives the program, counts in the scores, and is proved by the audit log.</summary>
public sealed class FeedbackAuditTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 7, 8, 9, TimeSpan.Zero);

    [Fact]
    public async Task Ratings_questions_and_requests_are_there_after_a_restart_and_verify_proves_them()
    {
        using var folder = await AuditedFolder.CreateAsync();
        var (question, request) = await SayAsync(folder);

        await using var store = folder.Open();
        var dataset = (await store.Registry.FindDatasetAsync("provinces"))!;
        (await store.Feedback.CountAsync([dataset.Id, Guid.NewGuid()])).Should().Equal(new FeedbackCounts(new RatingCounts(2, 7), 0, 1, 0), FeedbackCounts.None);
        (await store.Feedback.FindQuestionAsync(question)).Should().BeEquivalentTo(new { Text = "ถาม\nสองบรรทัด", Answer = "ตอบ", By = "เจ้าหน้าที่", State = QuestionState.Answered, Revision = 2, Asked = Now });
        (await store.Feedback.FindRequestAsync(request)).Should().BeEquivalentTo(new { State = RequestState.Refused, Answer = "เพราะลับ", Contact = "a@example.org", Kind = RequestKind.Restricted });
        (await store.Feedback.CountRequestsAsync()).Should().Equal(new RequestCounts("moi", 0, 0, 1));
        (await folder.VerifyAsync()).Found.Should().BeEmpty();
    }

    [Fact]
    public async Task A_step_on_a_question_that_somebody_else_has_stepped_on_is_not_taken()
    {
        using var folder = await AuditedFolder.CreateAsync();
        var (id, _) = await SayAsync(folder);
        await using var store = folder.Open();
        var seen = (await store.Feedback.FindQuestionAsync(id))!;
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => store.Feedback.ChangeAsync(seen.Hidden($"เหตุ {i}", false, "x", Now))));
        taken.Count(t => t).Should().Be(1);
        (await store.Feedback.FindQuestionAsync(id))!.Revision.Should().Be(3);
    }

    [Theory]
    [InlineData("UPDATE question SET answer = 'แก้'", DiscrepancyCodes.ObjectChanged, "question/")]
    [InlineData("DELETE FROM question", DiscrepancyCodes.ObjectMissing, "question/")]
    [InlineData("UPDATE data_request SET state = 'granted'", DiscrepancyCodes.ObjectChanged, "request/")]
    [InlineData("DELETE FROM data_request", DiscrepancyCodes.ObjectMissing, "request/")]
    [InlineData("UPDATE question SET id = '00000000-0000-0000-0000-000000000001'", DiscrepancyCodes.ObjectUnlogged, "question/00000000-0000-0000-0000-000000000001")]
    public async Task Feedback_that_was_tampered_with_is_found(string sql, string code, string name)
    {
        using var folder = await AuditedFolder.CreateAsync();
        await SayAsync(folder);
        folder.Tamper(sql);
        (await folder.VerifyAsync()).Found.Should().Contain(f => f.Code == code && f.Object.StartsWith(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contact_that_is_forgotten_is_no_tampering()
    {
        using var folder = await AuditedFolder.CreateAsync();
        var (_, request) = await SayAsync(folder);
        await using (var store = folder.Open())
        {
            (await store.Feedback.ForgetContactsAsync(Now.AddDays(1), Now)).Should().Be(1);
            (await store.Feedback.FindRequestAsync(request))!.Contact.Should().BeNull();
        }

        (await folder.VerifyAsync()).Found.Should().BeEmpty();
    }

    [Fact]
    public async Task The_mean_rating_is_the_satisfaction_among_the_national_figures()
    {
        using var folder = await AuditedFolder.CreateAsync();
        await SayAsync(folder);
        await using var store = folder.Open();
        var owner = (await store.Registry.FindDatasetAsync("provinces"))!.Organization;
        var report = (await new Scorer(store, TimeProvider.System).ScoreAsync(owner, FiscalYear.Of(Now), publishedOnly: true))!;
        var part = report.Indicators.Single(i => i.Definition.Id == "national-figures").Parts.Single(p => p.Id == "satisfaction");
        part.Value.Should().Be(3.5m, "3 and 4 are 7, by 2");
        part.State.Should().Be(PartState.Met, "it is above 3.0");
    }

    /// <summary>Two ratings of 3 and 4, the first of them changed from 1; a question, answered; a request, refused.</summary>
    private static async Task<(Guid Question, Guid Request)> SayAsync(AuditedFolder folder)
    {
        await using var store = folder.Open();
        var dataset = (await store.Registry.FindDatasetAsync("provinces"))!;
        await store.Feedback.RateAsync(dataset.Id, new string('a', 64), 1);
        await store.Feedback.RateAsync(dataset.Id, new string('a', 64), 3);
        await store.Feedback.RateAsync(dataset.Id, new string('b', 64), 4);
        var question = new Question
        {
            Id = Guid.CreateVersion7(), DatasetId = dataset.Id, Dataset = dataset.Name, Organization = dataset.Organization, Asker = new string('c', 64), Text = "ถาม\nสองบรรทัด", Asked = Now,
        };
        await store.Feedback.AddAsync(question);
        (await store.Feedback.ChangeAsync(question.Answered("ตอบ", "เจ้าหน้าที่", Now))).Should().BeTrue();
        var request = new DataRequest { Id = Guid.CreateVersion7(), Address = new string('d', 64), Kind = RequestKind.Restricted, Organization = "moi", Text = "ขอ", Contact = "a@example.org", Asked = Now };
        await store.Feedback.AddAsync(request);
        (await store.Feedback.ChangeAsync(request.Decided(RequestState.Refused, "เพราะลับ", "เจ้าหน้าที่", Now)!)).Should().BeTrue();
        return (question.Id, request.Id);
    }
}
