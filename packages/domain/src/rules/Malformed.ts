/**
 * What is wrong with an input, in Thai. Schemas word their checks in English, one by one; here each of these wordings
 * has its Thai counterpart, found by its form.
 */
const wordings: ReadonlyArray<readonly [english: RegExp, thai: string]> = [
  [/^Missing key$/, "ต้องระบุ"],
  [/^Expected no excess property$/, "ไม่มีช่องข้อมูลนี้"],
  [/^Expected string$/, "ต้องเป็นข้อความ"],
  [/^Expected boolean$/, "ต้องเป็น true หรือ false"],
  [/^Expected (?:number|a finite number)$/, "ต้องเป็นตัวเลข"],
  [/^Expected an integer$/, "ต้องเป็นจำนวนเต็ม"],
  [/^Expected array$/, "ต้องเป็นรายการ"],
  [/^Expected object$/, "ต้องเป็นกลุ่มข้อมูล"],
  [/^Expected a UUID.*$/, "ต้องเป็นรหัสของรายการที่มีอยู่ (UUID)"],
  [/^Expected a string with no leading or trailing whitespace$/, "ต้องไม่ขึ้นต้นหรือลงท้ายด้วยช่องว่าง"],
  [/^Expected a value with a length of at least 1$/, "ต้องไม่ว่าง"],
  [/^Expected a value with a length of at least (\d+)$/, "ต้องยาวอย่างน้อย $1"],
  [/^Expected a value with a length of at most (\d+)$/, "ต้องยาวไม่เกิน $1"],
  [/^Expected a value between (\S+) and (\S+)$/, "ต้องอยู่ระหว่าง $1 ถึง $2"],
  [/^Expected a value greater than (\S+)$/, "ต้องมากกว่า $1"],
  [/^Expected a value greater than or equal to (\S+)$/, "ต้องไม่น้อยกว่า $1"],
  [/^Expected an array with unique items$/, "ต้องไม่มีรายการซ้ำ"],
  [/^Expected LocalizedText$/, "ต้องเป็นข้อความภาษาไทยและภาษาอังกฤษ (th, en)"],
  [/^Expected ProvinceCode$/, "ต้องเป็นรหัสจังหวัดสองหลัก"],
  [/^Expected JuristicId$/, "ต้องเป็นเลขทะเบียนนิติบุคคล"],
  [/^Expected Money$/, "ต้องเป็นจำนวนเงิน (amount, currency)"],
  [/^Expected Period$/, "ต้องเป็นระยะเวลา (from, to)"],
  [/^Expected Overlay$/, "ต้องเป็นเอกสารการปรับกระบวนการ"],
  [/^Expected RuleId$/, "ต้องเป็นรหัสกฎที่มีอยู่"],
  [/^Expected FiscalYear$/, "ต้องเป็นปีงบประมาณ (พ.ศ.)"],
  [/^Expected IsoDate$/, "ต้องเป็นวันที่ เช่น 2026-10-01"],
  [/^Expected Indicator$/, "ต้องเป็นตัวชี้วัด"],
  [/^Expected Reported$/, "ต้องเป็นผลตามตัวชี้วัด"],
  [/^Expected Deduction$/, "ต้องเป็นรายการหักคะแนน"],
  [/^Expected StepReduction$/, "ต้องเป็นค่าที่วัดก่อนและหลัง"],
  [/^Expected (?:\{ readonly "_tag": .*)$/, "ต้องเป็นการแก้ไขชนิดที่มี: AddStep, SetRounds, SetThreshold, SetDue หรือ Relabel"],
  [/^Expected ((?:"[^"]*"|-?\d+)(?: \| (?:"[^"]*"|-?\d+))*)$/, "ต้องเป็นค่าใดค่าหนึ่งใน $1"],
  [
    /^must be an amount in baht such as "1234\.50".*$/,
    'ต้องเป็นจำนวนบาท เช่น "1234.50" มีทศนิยมไม่เกินสองตำแหน่ง ไม่มีเครื่องหมายหรือจุลภาค'
  ],
  [/^must be between (\S+) and (\S+) baht$/, "ต้องอยู่ระหว่าง $1 ถึง $2 บาท"],
  [/^must be more than (\S+) baht$/, "ต้องมากกว่า $1 บาท"],
  [/^must be a decimal such as "([^"]+)".*$/, 'ต้องเป็นตัวเลข เช่น "$1" ไม่มีจุลภาค'],
  [
    /^must be a juristic person number: its last digit does not fit the others$/,
    "เลขทะเบียนนิติบุคคลไม่ถูกต้อง หลักสุดท้ายไม่ตรงกับหลักอื่น"
  ],
  [/^must be a juristic person number.*$/, "ต้องเป็นเลขทะเบียนนิติบุคคล 13 หลัก ขึ้นต้นด้วย 0"],
  [/^must be a day of the calendar$/, "ไม่มีวันนี้ในปฏิทิน"],
  [/^must be a day such as "([^"]+)".*$/, 'ต้องเป็นวันที่ เช่น "$1"'],
  [/^must be a moment.*$/, 'ต้องเป็นวันเวลาสากล เช่น "2026-09-30T17:00:00Z"'],
  [/^must not be before the first day of the period$/, "ต้องไม่ก่อนวันแรกของระยะเวลา"],
  [/^must be an e-mail address$/, "ต้องเป็นอีเมล"],
  [/^must be text without control characters$/, "ต้องเป็นข้อความที่ไม่มีอักขระควบคุม"],
  [/^must name each (?:capability|indicator) once$/, "ต้องระบุแต่ละรายการเพียงครั้งเดียว"],
  [/^must hold something to read$/, "ต้องมีข้อความที่อ่านได้"],
  [/^must be the digest of an uploaded file$/, "ต้องเป็นรหัสของไฟล์ที่อัปโหลดแล้ว"],
  [/^must be a step's key$/, "ต้องเป็นรหัสขั้นตอน"],
  [/^must be letters, digits and hyphens$/, "ต้องเป็นตัวอักษรอังกฤษ ตัวเลข และขีดกลาง"],
  [/^amount: the source would hold more than (\S+) baht$/, "แหล่งเงินจะมีเกิน $1 บาท"],
  [/^the body is not JSON.*$/, "เนื้อหาไม่ใช่ JSON ที่ถูกต้อง"],
  [/^the body is nested more than (\d+) levels deep$/, "เนื้อหาซ้อนกันลึกเกิน $1 ชั้น"],
  [/^the body did not arrive within (\d+) seconds$/, "เนื้อหามาไม่ครบภายใน $1 วินาที"],
  [/^the body broke off$/, "เนื้อหาขาดหายระหว่างส่ง"],
  [/^the body must be UTF-8$/, "เนื้อหาต้องเข้ารหัสแบบ UTF-8"],
  [/^the address or the host of the request cannot be read$/, "อ่านที่อยู่หรือชื่อโฮสต์ของคำขอไม่ได้"],
  [/^the content type must be application\/json$/, "ชนิดเนื้อหา (Content-Type) ต้องเป็น application/json"],
  [/^If-Match must be the ETag of the record.*$/, 'If-Match ต้องเป็น ETag ของรายการ เช่น "3"'],
  [/^Idempotency-Key must be .*$/, "Idempotency-Key ต้องเป็นอักขระ ASCII ที่มองเห็นได้ 1 ถึง 255 ตัว"],
  [/^the query is longer than (\d+) characters$/, "พารามิเตอร์ยาวเกิน $1 ตัวอักษร"],
  [/^the query has more than (\d+) parameters$/, "มีพารามิเตอร์เกิน $1 ตัว"],
  [/^is given twice; several values are joined by commas$/, "ระบุซ้ำ ให้คั่นหลายค่าด้วยจุลภาค"]
]

export const inThai = (message: string): string => {
  for (const [english, thai] of wordings) if (english.test(message)) return message.replace(english, thai)
  return message
}

/** A problem with its place in front: the place stays as it is. */
export const problemInThai = (problem: string): string => {
  const found = /^(\/\S*): ([\s\S]*)$/.exec(problem)
  return found === null ? inThai(problem) : `${found[1]} ${inThai(found[2] ?? "")}`
}
