using OpenData.Schemas;

namespace OpenData.Rules.Privacy;

/// <summary>The kinds of personal data that are told apart.</summary>
public enum PersonalKind
{
    NationalId,
    MobileNumber,
    LandlineNumber,
    Email,
    Passport,
    BankAccount,
    CardNumber,
    PersonName,
}

/// <summary>What the kinds are called.</summary>
public static class PersonalKinds
{
    private static readonly (string Code, LocalText Title)[] Names =
    [
        ("national-id", new("เลขประจำตัวประชาชน", "a national id")),
        ("mobile-number", new("หมายเลขโทรศัพท์เคลื่อนที่", "a mobile number")),
        ("landline-number", new("หมายเลขโทรศัพท์ประจำที่", "a landline number")),
        ("email", new("อีเมลส่วนบุคคล", "a personal e-mail address")),
        ("passport", new("หมายเลขหนังสือเดินทาง", "a passport number")),
        ("bank-account", new("เลขที่บัญชีธนาคาร", "a bank account number")),
        ("card-number", new("หมายเลขบัตรเครดิตหรือบัตรเดบิต", "a credit or debit card number")),
        ("person-name", new("ชื่อบุคคล", "a person's name")),
    ];

    /// <summary>The kind's name in a report.</summary>
    public static string NameOf(PersonalKind kind) => Names[(int)kind].Code;

    /// <summary>What people call the kind of a name, or null where there is no such kind.</summary>
    public static LocalText? TitleOf(string? code) => Array.Find(Names, n => n.Code == code).Title;
}
