using OpenData.Schemas;

namespace OpenData.Server.Web;

/// <summary>The words of the pages on which people rate, ask and are answered.</summary>
internal static class FeedbackWords
{
    public static readonly LocalText Feedback = new("ความเห็นและคำถาม", "Ratings and questions");
    public static readonly LocalText Rating = new("คะแนนเฉลี่ย {0} จาก 5 ({1} คน)", "Mean rating {0} of 5 ({1})");
    public static readonly LocalText NoRating = new("ยังไม่มีผู้ให้คะแนน", "No ratings yet");
    public static readonly LocalText Counts = new("คำถามที่รอคำตอบ {0} ตอบแล้ว {1}", "Questions open: {0}, answered: {1}");
    public static readonly LocalText Rate = new("ให้คะแนนชุดข้อมูลนี้", "Rate this dataset");
    public static readonly LocalText RateHint = new("1 ใช้ไม่ได้เลย ถึง 5 ดีมาก เปลี่ยนได้ภายหลัง", "From 1, of no use, to 5, very good. You can change it later.");
    public static readonly LocalText SendRating = new("ส่งคะแนน", "Send the rating");
    public static readonly LocalText Ask = new("ถามคำถาม", "Ask a question");
    public static readonly LocalText AskHint = new(
        $"คำถามจะแสดงต่อทุกคนเมื่อเจ้าหน้าที่ตอบหรือรับไว้แล้ว อย่าเขียนข้อมูลส่วนบุคคล ไม่เกิน {ServerLimits.FeedbackLength} ตัวอักษร",
        $"Everybody can read a question once an officer has answered or accepted it. Write nothing personal. At most {ServerLimits.FeedbackLength} characters.");
    public static readonly LocalText Question = new("คำถาม", "Question");
    public static readonly LocalText SendQuestion = new("ส่งคำถาม", "Send the question");
    public static readonly LocalText Questions = new("คำถามและคำตอบ", "Questions and answers");
    public static readonly LocalText NoQuestions = new("ยังไม่มีคำถามที่แสดง", "No questions are shown yet.");
    public static readonly LocalText Answer = new("คำตอบ", "Answer");
    public static readonly LocalText Rated = new("บันทึกคะแนนแล้ว ขอบคุณ", "Your rating is kept. Thank you.");
    public static readonly LocalText Asked = new("ส่งคำถามแล้ว เปิดหน้านี้ด้วยเบราว์เซอร์เดิมเพื่อดูคำตอบ", "Your question was sent. Open this page in the same browser to read the answer.");
    public static readonly LocalText OnlyYou = new("เฉพาะท่านและเจ้าหน้าที่เห็น", "only you and officers see this");
    public static readonly LocalText Cookie = new("เมื่อส่ง จะมีคุกกี้หนึ่งตัวเพื่อให้หนึ่งเบราว์เซอร์มีคะแนนเดียว เก็บเป็นรหัสที่ย้อนกลับไม่ได้", "Sending sets one cookie, so that a browser has one rating; of it only a hash is kept.");
    public static readonly LocalText LeaveEmpty = new("เว้นว่างไว้", "Leave this empty");
    public static readonly LocalText RequestData = new("ขอข้อมูล", "Request data");
    public static readonly LocalText RequestIntro = new(
        "ขอข้อมูลที่ยังไม่มีในบัญชีนี้ หรือข้อมูลที่ไม่เปิดต่อสาธารณะ เจ้าหน้าที่จะตอบว่าอนุญาตหรือไม่พร้อมเหตุผล คำขอไม่แสดงต่อผู้อื่น แสดงเพียงจำนวน",
        "Ask for data that this catalog does not have, or that are kept from the public. An officer grants or refuses it, with the reason. Nobody else reads your request; only how many there are is public.");
    public static readonly LocalText Kind = new("ข้อมูลที่ขอ", "What you ask for");
    public static readonly LocalText AskedOrganization = new("หน่วยงานที่มีข้อมูล (ไม่ทราบให้เว้นว่าง)", "The organization that has it (leave it out where you do not know)");
    public static readonly LocalText Unknown = new("ไม่ทราบ", "I do not know");
    public static readonly LocalText WhatFor = new("ต้องการข้อมูลใด และนำไปใช้ทำอะไร", "Which data you need, and what for");
    public static readonly LocalText Contact = new(
        $"ช่องทางติดต่อกลับ (ไม่บังคับ) เฉพาะเจ้าหน้าที่เห็น และลบภายใน {ServerLimits.ContactKeptAfterAnswer.TotalDays} วันหลังตอบ",
        $"Where to tell you (optional). Only officers read it, and it is deleted within {ServerLimits.ContactKeptAfterAnswer.TotalDays} days of the answer.");
    public static readonly LocalText SendRequest = new("ส่งคำขอ", "Send the request");
    public static readonly LocalText YourRequest = new("คำขอข้อมูลของท่าน", "Your request for data");
    public static readonly LocalText KeepAddress = new(
        "เก็บที่อยู่ของหน้านี้ไว้ คำตอบจะอยู่ที่นี่ ผู้ที่มีที่อยู่นี้เท่านั้นที่เปิดดูได้",
        "Keep the address of this page: the answer will be here. Only who has the address can open it.");
    public static readonly LocalText State = new("สถานะ", "State");
    public static readonly LocalText AskedOn = new("ส่งเมื่อ", "Sent on");
    public static readonly LocalText AnsweredOn = new("ตอบเมื่อ", "Answered on");
    public static readonly LocalText About = new("เกี่ยวกับชุดข้อมูล", "About the dataset");
    public static readonly LocalText Waiting = new("รอ", "Open");
    public static readonly LocalText Granted = new("อนุญาต", "Granted");
    public static readonly LocalText Refused = new("ไม่อนุญาต", "Refused");
    public static readonly LocalText RequestCounts = new("จำนวนคำขอ", "How many requests there are");
    public static readonly LocalText Inbox = new("คำถามและคำขอ", "Questions and requests");
    public static readonly LocalText OpenQuestions = new("คำถามที่รอคำตอบ", "Open questions");
    public static readonly LocalText ClosedQuestions = new("คำถามที่ตอบหรือซ่อนแล้ว", "Questions answered or hidden");
    public static readonly LocalText OpenRequests = new("คำขอที่รอพิจารณา", "Open requests");
    public static readonly LocalText ClosedRequests = new("คำขอที่พิจารณาแล้ว", "Requests decided");
    public static readonly LocalText ShowOpen = new("ที่รออยู่", "What is open");
    public static readonly LocalText ShowClosed = new("ที่ปิดแล้ว", "What is closed");
    public static readonly LocalText AnswerOrReason = new("คำตอบ หรือเหตุผลที่ซ่อน", "The answer, or the reason for hiding it");
    public static readonly LocalText DecisionText = new("วิธีรับข้อมูลเมื่ออนุญาต หรือเหตุผลเมื่อไม่อนุญาต", "How the data are had where you grant it, or why not");
    public static readonly LocalText GiveAnswer = new("ตอบ", "Answer");
    public static readonly LocalText Accept = new("แสดงก่อนตอบ", "Show it before it is answered");
    public static readonly LocalText Hide = new("ซ่อน", "Hide");
    public static readonly LocalText Erase = new("ซ่อนและลบข้อความ (มีข้อมูลส่วนบุคคล)", "Hide and erase the text (it is personal)");
    public static readonly LocalText Grant = new("อนุญาต", "Grant");
    public static readonly LocalText Refuse = new("ไม่อนุญาต", "Refuse");
    public static readonly LocalText PutAway = new("ไม่ใช่คำขอ (สแปม)", "Put away (spam)");
    public static readonly LocalText HandOn = new("ส่งต่อให้หน่วยงาน", "Hand on to an organization");
    public static readonly LocalText Erased = new("เจ้าหน้าที่ลบข้อความนี้แล้ว", "An officer has erased this text.");
    public static readonly LocalText None = new("ไม่มี", "None");
}
