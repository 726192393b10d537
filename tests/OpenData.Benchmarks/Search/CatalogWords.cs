namespace OpenData.Benchmarks.Search;

/// <summary>The words that generated datasets are made of, in Thai and in English, each pair one meaning.</summary>
internal static class CatalogWords
{
    public static readonly (string Th, string En)[] Measures =
    [
        ("จำนวน", "Number of"), ("สถิติ", "Statistics of"), ("รายชื่อ", "List of"), ("ข้อมูล", "Data on"), ("งบประมาณ", "Budget of"), ("ร้อยละของ", "Percentage of"), ("มูลค่า", "Value of"),
        ("ปริมาณ", "Quantity of"), ("ทะเบียน", "Register of"), ("ผลการดำเนินงานด้าน", "Performance in"), ("พื้นที่", "Area of"), ("ตำแหน่งที่ตั้ง", "Location of"),
    ];

    public static readonly (string Th, string En)[] Subjects =
    [
        ("ประชากร", "population"), ("โรงเรียน", "schools"), ("นักเรียน", "pupils"), ("โรงพยาบาล", "hospitals"), ("ผู้ป่วย", "patients"), ("อุบัติเหตุทางถนน", "road accidents"), ("คุณภาพน้ำ", "water quality"),
        ("คุณภาพอากาศ", "air quality"), ("การส่งออกสินค้าเกษตร", "agricultural exports"), ("ข้าวนาปี", "main-season rice"), ("ยางพารา", "rubber plantations"), ("นักท่องเที่ยว", "tourists"),
        ("โรงแรมที่พัก", "hotels and lodging"), ("แรงงานนอกระบบ", "informal workers"), ("ผู้สูงอายุ", "older people"), ("คนพิการ", "people with disabilities"), ("อ่างเก็บน้ำ", "reservoirs"), ("ป่าไม้", "forests"),
        ("ขยะมูลฝอย", "solid waste"), ("พลังงานไฟฟ้า", "electric power"), ("สถานีตำรวจ", "police stations"), ("คดีอาญา", "criminal cases"), ("ภาษีเงินได้", "income tax"), ("จัดซื้อจัดจ้าง", "public procurement"),
        ("สหกรณ์การเกษตร", "farm cooperatives"), ("วัดและศาสนสถาน", "temples and religious places"), ("พิพิธภัณฑ์", "museums"), ("ห้องสมุดประชาชน", "public libraries"), ("ถนนและสะพาน", "roads and bridges"),
        ("ท่าเรือ", "ports"), ("รถไฟฟ้า", "metro lines"), ("ยานพาหนะจดทะเบียน", "registered vehicles"), ("โรคไข้เลือดออก", "dengue fever"), ("วัคซีน", "vaccines"), ("ทุนการศึกษา", "scholarships"),
        ("งานวิจัย", "research projects"), ("สิทธิบัตร", "patents"), ("โรงงานอุตสาหกรรม", "factories"), ("ปริมาณฝน", "rainfall"), ("แผ่นดินไหว", "earthquakes"), ("น้ำท่วม", "floods"), ("ภัยแล้ง", "drought"),
        ("ประมงชายฝั่ง", "coastal fisheries"), ("ปศุสัตว์", "livestock"), ("ตลาดสด", "fresh markets"), ("วิสาหกิจชุมชน", "community enterprises"), ("หนี้ครัวเรือน", "household debt"), ("ที่ดินราชพัสดุ", "state land"),
    ];

    public static readonly (string Th, string En)[] Provinces =
    [
        ("กรุงเทพมหานคร", "Bangkok"), ("เชียงใหม่", "Chiang Mai"), ("เชียงราย", "Chiang Rai"), ("ขอนแก่น", "Khon Kaen"), ("นครราชสีมา", "Nakhon Ratchasima"), ("อุบลราชธานี", "Ubon Ratchathani"), ("สงขลา", "Songkhla"),
        ("ภูเก็ต", "Phuket"), ("สุราษฎร์ธานี", "Surat Thani"), ("ชลบุรี", "Chon Buri"), ("ระยอง", "Rayong"), ("พระนครศรีอยุธยา", "Phra Nakhon Si Ayutthaya"), ("พิษณุโลก", "Phitsanulok"), ("ลำปาง", "Lampang"),
        ("น่าน", "Nan"), ("แพร่", "Phrae"), ("อุดรธานี", "Udon Thani"), ("หนองคาย", "Nong Khai"), ("สกลนคร", "Sakon Nakhon"), ("นครพนม", "Nakhon Phanom"), ("กาญจนบุรี", "Kanchanaburi"), ("เพชรบุรี", "Phetchaburi"),
        ("ประจวบคีรีขันธ์", "Prachuap Khiri Khan"), ("นครศรีธรรมราช", "Nakhon Si Thammarat"), ("ตรัง", "Trang"), ("ยะลา", "Yala"), ("ปัตตานี", "Pattani"), ("นราธิวาส", "Narathiwat"), ("บุรีรัมย์", "Buri Ram"), ("ศรีสะเกษ", "Si Sa Ket"),
    ];

    public static readonly (string Th, string En)[] Ministries =
    [
        ("มหาดไทย", "Interior"), ("สาธารณสุข", "Public Health"), ("ศึกษาธิการ", "Education"), ("เกษตรและสหกรณ์", "Agriculture and Cooperatives"), ("คมนาคม", "Transport"), ("พลังงาน", "Energy"), ("แรงงาน", "Labour"),
        ("การคลัง", "Finance"), ("พาณิชย์", "Commerce"), ("ยุติธรรม", "Justice"), ("วัฒนธรรม", "Culture"), ("อุตสาหกรรม", "Industry"),
    ];

    public static readonly (string Th, string En)[] Offices =
    [
        ("สำนักงานปลัดกระทรวง", "Office of the Permanent Secretary"), ("กรมส่งเสริม", "Department of Promotion"), ("กรมพัฒนา", "Department of Development"), ("กรมควบคุม", "Department of Control"),
        ("สำนักงานนโยบายและแผน", "Office of Policy and Planning"), ("สถาบันวิชาการ", "Academic Institute"), ("ศูนย์เทคโนโลยีสารสนเทศ", "Information Technology Centre"), ("กรมสวัสดิการ", "Department of Welfare"),
    ];

    public static readonly (string Name, string Th, string En)[] Columns =
    [
        ("province_name", "ชื่อจังหวัด", "Province"), ("district_name", "ชื่ออำเภอ", "District"), ("subdistrict_name", "ชื่อตำบล", "Subdistrict"), ("fiscal_year", "ปีงบประมาณ", "Fiscal year"), ("month", "เดือน", "Month"),
        ("amount", "จำนวน", "Amount"), ("value_baht", "มูลค่า (บาท)", "Value in baht"), ("male", "เพศชาย", "Male"), ("female", "เพศหญิง", "Female"), ("age_group", "กลุ่มอายุ", "Age group"), ("agency", "หน่วยงานรับผิดชอบ", "Agency"),
        ("latitude", "ละติจูด", "Latitude"), ("longitude", "ลองจิจูด", "Longitude"), ("address", "ที่อยู่", "Address"), ("phone", "เบอร์โทรศัพท์", "Telephone"), ("remark", "หมายเหตุ", "Remark"), ("target", "เป้าหมาย", "Target"),
        ("result", "ผลการดำเนินงาน", "Result"), ("unit", "หน่วยนับ", "Unit"), ("source", "แหล่งที่มา", "Source"),
    ];

    /// <summary>Syllables of the names of villages, of which there are thousands.</summary>
    public static readonly (string Th, string En)[] Syllables =
    [
        ("หนอง", "nong"), ("บัว", "bua"), ("แดง", "daeng"), ("โคก", "khok"), ("สูง", "sung"), ("นา", "na"), ("ดี", "di"), ("ห้วย", "huai"), ("ทราย", "sai"), ("ขาว", "khao"), ("ดง", "dong"), ("มะไฟ", "mafai"), ("โพน", "phon"),
        ("ทอง", "thong"), ("บึง", "bueng"), ("กาฬ", "kan"), ("ปาก", "pak"), ("คลอง", "khlong"), ("ท่า", "tha"), ("ช้าง", "chang"), ("ไผ่", "phai"), ("ล้อม", "lom"), ("เขา", "khao"), ("แก้ว", "kaeo"), ("วัง", "wang"), ("หิน", "hin"),
    ];
}
