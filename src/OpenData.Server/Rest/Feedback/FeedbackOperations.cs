using OpenData.Schemas;
using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Feedback;

/// <summary>What the routes of ratings, questions and requests do.</summary>
internal static class FeedbackOperations
{
    private static readonly ParameterDescription Id = new("id", ParameterKind.Id, new("รหัสของคำถามหรือคำขอ", "The id of a question or a request."));
    private static readonly ParameterDescription Address = new("address", ParameterKind.Text, new("ที่อยู่ลับที่ผู้ขอได้รับ", "The secret address that the asker was given."));
    private static readonly ParameterDescription Key = new(BrowserKey.Header, ParameterKind.Text, new("กุญแจที่คำตอบก่อนหน้าให้มา เพื่ออ่านคำถามของตนก่อนเผยแพร่", "The key that an answer has given, to read one's own question before everybody may."));

    public static readonly Operation Show = new("readFeedback", OperationTags.Feedback, new("คะแนนและคำถามที่ทุกคนอ่านได้", "The ratings of a dataset, and the questions that everybody may read."), Answer.Json("Feedback")) { Refusals = [.. Refusals.Dataset, ProblemKinds.WrongState] };
    public static readonly Operation Rate = OnDataset("rateDataset", new("ให้คะแนนชุดข้อมูล", "Rates a dataset."), Answer.Done("Rated"), "SentRating");
    public static readonly Operation Ask = OnDataset("askQuestion", new("ถามเกี่ยวกับชุดข้อมูล", "Asks about a dataset."), Answer.Made("AskedQuestion") with { HasLocation = true }, "SentQuestion");

    public static readonly Operation Find = new("readQuestion", OperationTags.Feedback, new("คำถามหนึ่งข้อ", "One question."), Answer.Json("Question")) { Path = [Id], Headers = [Key], Refusals = [.. Refusals.Dataset, ProblemKinds.WrongState] };
    public static readonly Operation AnswerIt = Decision("answerQuestion", new("ตอบคำถาม", "Answers a question."), "Question", "SentDecision");
    public static readonly Operation Accept = Decision("acceptQuestion", new("รับคำถามไว้ตอบ", "Accepts a question, for everybody to read."), "Question", "SentRevision");
    public static readonly Operation Hide = Decision("hideQuestion", new("ซ่อนคำถาม", "Hides a question."), "Question", "SentHiding");
    public static readonly Operation Questions = new("listQuestions", OperationTags.Feedback, new("คำถามที่รอเจ้าหน้าที่", "The questions that wait for an officer."), Answer.Json("QuestionList"));

    public static readonly Operation CountRequests = new("countRequests", OperationTags.Feedback, new("จำนวนคำขอของแต่ละหน่วยงาน", "How many requests each organization has."), Answer.Json("RequestCounts"));

    public static readonly Operation Request = new("requestData", OperationTags.Feedback, new("ขอข้อมูลที่ยังไม่มีหรือไม่เปิด", "Asks for data that are missing or restricted."), Answer.Made("AskedRequest") with { HasLocation = true })
    {
        Body = SentBody.Json("SentRequest"),
        Refusals = [.. Refusals.Body, .. Refusals.Dataset, ProblemKinds.UnknownOrganization],
    };

    public static readonly Operation FindRequest = new("readRequest", OperationTags.Feedback, new("คำขอ สำหรับผู้ที่มีที่อยู่", "A request, for whoever has its address."), Answer.Json("Request")) { Path = [Address], Refusals = [ProblemKinds.NotFound] };
    public static readonly Operation Requests = new("listRequests", OperationTags.Feedback, new("คำขอที่รอเจ้าหน้าที่", "The requests that wait for an officer."), Answer.Json("RequestList"));
    public static readonly Operation HandOn = Decision("handOnRequest", new("ส่งต่อคำขอให้หน่วยงานที่มีข้อมูล", "Hands a request to the organization that has the data."), "Request", "SentHandOn", ProblemKinds.UnknownOrganization);

    /// <summary>A decision on a request.</summary>
    public static Operation Decide(string step) => Decision(
        step + "Request", step switch { "grant" => new("อนุญาตคำขอ", "Grants a request."), "refuse" => new("ปฏิเสธคำขอ", "Refuses a request."), _ => new("เก็บคำขอที่ไม่ใช่คำขอ", "Puts away what is no request.") }, "Request", "SentDecision");

    private static Operation OnDataset(string id, LocalText summary, Answer answer, string body) => new(id, OperationTags.Feedback, summary, answer)
    {
        Body = SentBody.Json(body),
        Refusals = [.. Refusals.Dataset, .. Refusals.Body, ProblemKinds.WrongState, ProblemKinds.Forbidden],
    };

    private static Operation Decision(string id, LocalText summary, string shape, string body, params IReadOnlyList<ProblemKind> refusals) => new(id, OperationTags.Feedback, summary, Answer.Done(shape))
    {
        Path = [Id],
        Body = SentBody.Json(body),
        Refusals = [.. Refusals.Step, ProblemKinds.NotFound, ProblemKinds.AlreadyDecided, .. refusals],
    };
}
