namespace OpenData.Rules.Privacy;

/// <summary>What a column's header says of the persons in it. It only says where to look: the values decide.</summary>
[Flags]
internal enum HeaderHints
{
    None = 0,
    NationalId = 1,
    Phone = 2,

    /// <summary>Contact data of an office, not of a person.</summary>
    Office = 4,
    Passport = 8,
    BankAccount = 16,
    Card = 32,
    FullName = 64,

    /// <summary>A first or a last name alone.</summary>
    PartName = 128,

    /// <summary>A code or a number of something: no telephone number, however it looks.</summary>
    Code = 256,
}

/// <summary>Reads headers.</summary>
internal static class Headers
{
    private static readonly (HeaderHints Hint, string[] Words)[] Words =
    [
        (HeaderHints.NationalId, ["ประจำตัวประชาชน", "บัตรประชาชน", "เลขประชาชน", "เลข13หลัก", "nationalid", "citizenid", "idcard", "thaiid", "personalid", "citizenno"]),
        (HeaderHints.Phone, ["โทรศัพท์", "เบอร์", "มือถือ", "โทร.", "telephone", "phone", "mobile", "ติดต่อ", "contact"]),
        (HeaderHints.Office, ["หน่วยงาน", "สำนักงาน", "องค์กร", "องค์การ", "โรงเรียน", "โรงพยาบาล", "สถาน", "บริษัท", "ร้าน", "สายด่วน", "กลาง", "ราชการ", "office", "agency", "organization", "organisation", "hotline", "callcenter", "school", "hospital", "company"]),
        (HeaderHints.Passport, ["หนังสือเดินทาง", "พาสปอร์ต", "passport"]),
        (HeaderHints.BankAccount, ["บัญชีธนาคาร", "เลขที่บัญชี", "เลขบัญชี", "หมายเลขบัญชี", "bankaccount", "accountno", "accountnumber", "bankacc"]),
        (HeaderHints.Card, ["บัตรเครดิต", "บัตรเดบิต", "creditcard", "debitcard", "cardnumber", "cardno"]),
        (HeaderHints.FullName, ["ชื่อนามสกุล", "ชื่อสกุล", "ชื่อและนามสกุล", "ชื่อและสกุล", "fullname", "personname", "nameandsurname", "ชื่อผู้ป่วย", "ชื่อผู้สมัคร", "ชื่อผู้เสียชีวิต", "ชื่อผู้รับผิดชอบ", "ชื่อผู้สูงอายุ", "ชื่อผู้ปกครอง", "ชื่อผู้เรียน", "ชื่อผู้พิการ", "ชื่อผู้บริหาร", "ชื่อผู้อำนวยการ", "ชื่อผู้ติดต่อ", "ชื่อผู้ประสานงาน", "ชื่อผู้รับเบี้ย", "ชื่อผู้ต้องหา", "ชื่อผู้ใหญ่บ้าน", "ชื่อผู้วิจัย", "ชื่อนักเรียน", "ชื่อเจ้าหน้าที่", "ชื่อพนักงาน", "studentname", "patientname", "employeename"]),
        (HeaderHints.PartName, ["firstname", "lastname", "surname", "givenname", "familyname", "นามสกุล", "ชื่อจริง", "ชื่อต้น"]),
        (HeaderHints.Code, ["รหัส", "เลขที่", "code", "ลำดับ", "ทะเบียน", "serial", "barcode", "imei"]),
    ];

    /// <summary>Columns that only sound like the others: file extensions, ledger accounts, counts.</summary>
    private static readonly (HeaderHints Hint, string[] Words)[] Unless =
    [
        (HeaderHints.PartName, ["ไฟล์", "file", "โดเมน"]),
        (HeaderHints.BankAccount, ["แยกประเภท", "ledger", "gfmis", "ผัง", "งบประมาณ"]),
        (HeaderHints.NationalId | HeaderHints.Phone | HeaderHints.Passport | HeaderHints.BankAccount | HeaderHints.Card, ["จำนวน", "ร้อยละ", "count", "percent"]),
    ];

    /// <summary>What a header says.</summary>
    public static HeaderHints Read(string header)
    {
        var text = string.Concat(header.Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-' or '–' or '/'))).ToLowerInvariant();
        var hints = HeaderHints.None;
        foreach (var (hint, words) in Words)
        {
            hints |= Array.Exists(words, w => text.Contains(w, StringComparison.Ordinal)) ? hint : HeaderHints.None;
        }

        foreach (var (hint, words) in Unless)
        {
            hints &= Array.Exists(words, w => text.Contains(w, StringComparison.Ordinal)) ? ~hint : ~HeaderHints.None;
        }

        // "ชื่อ-นามสกุล" holds the word for a last name, and is a full name.
        hints &= hints.HasFlag(HeaderHints.FullName) ? ~HeaderHints.PartName : ~HeaderHints.None;
        hints |= text is "tel" or "โทร" or "telno" ? HeaderHints.Phone : HeaderHints.None;
        return text is "id" or "no" ? hints | HeaderHints.Code : hints;
    }
}
