import type { LocalizedText } from "../kernel/LocalizedText.ts"
import type { Fault, Wording, Words } from "../kernel/Refusal.ts"
import { declare, list, refusing } from "../rules/Refusals.ts"

const places = ["own-agency", "own-organisation", "assigned"]

/** Roles with whose they are: the officer of which agency, the administrator of which organisation. */
const grantees = (who: ReadonlyArray<string>, words: Words, language: "th" | "en"): string => {
  const byPlace = new Map<string, Array<string>>()
  for (const one of who) {
    const [role = "", scope = "", record = ""] = one.split("@")
    const place = (words[`${scope} ${record}`] ?? (places.includes(scope) ? words[scope] : undefined))?.[language] ?? ""
    byPlace.set(place, [...(byPlace.get(place) ?? []), words[role]?.[language] ?? role])
  }
  const groups = [...byPlace].map(([place, roles]) => {
    const named = [...new Set(roles)].join(language === "th" ? " หรือ" : " or ")
    return place === "" ? named : language === "th" ? `${named}${place}` : `${named} ${place}`
  })
  if (groups.length === 0) return language === "th" ? "ระบบ เมื่อถึงเวลา" : "the system, in time"
  return groups.join("; ")
}

const placed = (pointer: string, between: string, said: string) =>
  pointer === "" ? said : `${pointer}${between}${said}`

const kindOfFile = (type: string): Wording => {
  if (type === "empty") return { th: "ไฟล์นี้ว่าง ไม่มีเนื้อหา", en: "The file is empty." }
  if (type === "unknown")
    return { th: "ไม่รู้จักชนิดของไฟล์จากเนื้อหา", en: "What kind of file this is cannot be told from its content." }
  if (type === "macros")
    return {
      th: "ไฟล์นี้มีมาโคร ซึ่งเป็นโปรแกรมที่ทำงานเมื่อเปิดไฟล์ บันทึกใหม่เป็นแบบไม่มีมาโคร เช่น .docx .xlsx .pptx หรือ PDF แล้วส่งอีกครั้ง",
      en: "The file holds macros: programs that run when it is opened. Save it without them, as .docx, .xlsx, .pptx or PDF, and send that."
    }
  if (type === "scripts")
    return {
      th: "PDF นี้มีสคริปต์หรือคำสั่งเปิดโปรแกรม พิมพ์หรือส่งออกเป็น PDF ใหม่ แล้วส่งไฟล์นั้น",
      en: "The PDF holds scripts, or starts programs. Print or export it to a new PDF, and send that."
    }
  return { th: `ไม่รับไฟล์ชนิด ${type}`, en: `Files of type ${type} are not accepted.` }
}

const mebibytes = (bytes: number): number => Math.round(bytes / 104_857.6) / 10

export const engineRefusals = {
  InputMalformed: declare<{ problems: ReadonlyArray<Fault> }>(
    "malformed",
    "SEC-2",
    (f) =>
      `ข้อมูลที่ส่งมาไม่ถูกต้อง: ${list(f.problems.map(({ pointer, th }) => placed(pointer, " ", th)))} แก้ไขแล้วส่งใหม่ได้ ครั้งนี้ไม่ได้บันทึก`,
    (f) =>
      `The input is not right: ${list(f.problems.map(({ en, pointer }) => placed(pointer, ": ", en)))}. Correct it and send it again; this was not stored.`
  ),
  OperationUnknown: declare<{ operation: string }>(
    "missing",
    "SEC-1",
    (f) => `ไม่มีการดำเนินการชื่อ ${f.operation} ดูรายการทั้งหมดได้ที่ /docs หรือ phakhi --help`,
    (f) => `There is no operation named ${f.operation}. See /docs or phakhi --help for all of them.`
  ),
  RecordNotFound: declare<{ record: string; id: string }>(
    "missing",
    "SEC-1",
    (f) => `ไม่พบ ${f.record} หมายเลข ${f.id} หรือไม่อยู่ในขอบเขตที่ท่านเข้าถึงได้`,
    (f) => `No ${f.record} ${f.id} is within your reach.`
  ),
  NotSignedIn: declare<{ operation: string }>(
    "unauthenticated",
    "SEC-1",
    () => "กรุณาลงชื่อเข้าใช้ หรือส่งกุญแจ API ที่ยังใช้ได้",
    () => "Sign in, or send an API key that is still valid."
  ),
  KeyScopeMissing: declare<{ operation: string; scope: string }>(
    "forbidden",
    "SEC-1",
    (f) => `กุญแจนี้ไม่มีขอบเขต ${f.scope} จึงทำ ${f.operation} ไม่ได้ ใช้กุญแจที่มีขอบเขตนี้ หรือลงชื่อเข้าใช้แล้วสร้างกุญแจใหม่ที่ระบุขอบเขตนี้`,
    (f) =>
      `This key lacks the scope ${f.scope}, which ${f.operation} needs. Use one that has it, or sign in and make a key that names it.`
  ),
  /** `who` holds for each grant a role and where it counts, as `role@scope@record`. */
  NotPermitted: declare<{ operation: string; who: ReadonlyArray<string>; act: LocalizedText }>(
    "forbidden",
    "SEC-1",
    (f, words) => `ท่าน “${f.act}” ในรายการนี้ไม่ได้ ผู้ที่ทำได้คือ ${grantees(f.who, words, "th")}`,
    (f, words) => `You may not “${f.act}” on this record. It is for: ${grantees(f.who, words, "en")}.`
  ),
  SessionRequired: declare<{ act: LocalizedText }>(
    "forbidden",
    "SEC-9",
    (f) => `“${f.act}” ต้องลงชื่อเข้าใช้ด้วยรหัสผ่านของตนเอง กุญแจ API ทำแทนเจ้าของไม่ได้ ไม่มีการบันทึกใด ๆ`,
    (f) => `To “${f.act}”, sign in with your password: an API key does not do it in your place. Nothing was stored.`
  ),
  ReplayNotPermitted: declare<{ fields: ReadonlyArray<string> }>(
    "forbidden",
    "SEC-1",
    (f) => `ระบุ ${list(f.fields)} ได้เฉพาะในฐานข้อมูลว่างหรือฐานข้อมูลตัวอย่าง ให้ตัดออกแล้วส่งใหม่ในนามของตนเอง`,
    (f) => `${list(f.fields)} may be given only on an empty or demo store. Leave them out and act as yourself.`
  ),
  VersionMissing: declare<{ current: number }>(
    "unseen",
    "SEC-2",
    (f) => `ต้องระบุรุ่นของรายการที่ท่านเห็น (If-Match) รุ่นปัจจุบันคือ ${f.current}`,
    (f) => `Say which version you have seen (If-Match). The current version is ${f.current}.`
  ),
  VersionStale: declare<{ seen: number; current: number }>(
    "stale",
    "SEC-2",
    (f) => `รายการนี้ถูกแก้ไขแล้ว ท่านเห็นรุ่น ${f.seen} แต่รุ่นปัจจุบันคือ ${f.current} เปิดดูรุ่นล่าสุดแล้วลองใหม่ สิ่งที่พิมพ์ไว้ยังอยู่`,
    (f) =>
      `The record has changed: you saw version ${f.seen}, it is now ${f.current}. Look at it again and retry; what you typed is kept.`
  ),
  KeyReused: declare<{ key: string }>(
    "rule",
    "SEC-2",
    (f) => `Idempotency-Key ${f.key} ใช้กับคำขออื่นไปแล้ว ใช้กุญแจใหม่สำหรับคำขอใหม่`,
    (f) => `The idempotency key ${f.key} was used for another request. Use a new key for a new request.`
  ),
  KeyInFlight: declare<{ key: string }>(
    "conflict",
    "SEC-2",
    (f) => `คำขอเดียวกัน (${f.key}) กำลังดำเนินการอยู่ รอสักครู่แล้วลองใหม่`,
    (f) => `The same request (${f.key}) is still being carried out. Wait a moment and send it again.`
  ),
  StoreBusy: declare<{ seconds: number }>(
    "busy",
    "SEC-2",
    (f) => `ระบบมีงานมาก ไม่มีการบันทึกใด ๆ ลองใหม่ในอีก ${f.seconds} วินาที`,
    (f) => `The system is busy; nothing was stored. Try again in ${f.seconds} seconds.`
  ),
  BodyTooLarge: declare<{ limit: number }>(
    "oversize",
    "SEC-2",
    (f) => `ข้อมูลมีขนาดเกิน ${f.limit} ไบต์ แบ่งส่งหรือลดขนาดไฟล์`,
    (f) => `The body is larger than ${f.limit} bytes. Send less, or a smaller file.`
  ),
  /** `type` is a media type, or one of `empty`, `unknown`, `macros`, `scripts`. */
  FileTypeRefused: declare<{ type: string; accepted: ReadonlyArray<string> }>(
    "malformed",
    "SEC-2",
    (f) => `${kindOfFile(f.type).th} ชนิดที่รับคือ ${list(f.accepted)}`,
    (f) => `${kindOfFile(f.type).en} Accepted: ${list(f.accepted)}.`
  ),
  UploadsSpent: declare<{ files: number; bytes: number }>(
    "conflict",
    "SEC-2",
    (f) =>
      `ใน 24 ชั่วโมง คนหนึ่งส่งได้ไม่เกิน ${f.files} ไฟล์ รวม ${mebibytes(f.bytes)} เมบิไบต์ ไฟล์นี้เกินจำนวนนั้น ส่งได้อีกเมื่อไฟล์ก่อนหน้าครบ 24 ชั่วโมง หรือขอให้ผู้ดูแลเครื่องแม่ข่ายเพิ่มจำนวน`,
    (f) =>
      `One person sends up to ${f.files} files and ${mebibytes(f.bytes)} MiB in 24 hours, and this file is beyond that. Send it when the earlier ones are 24 hours old, or ask whoever runs the server to allow more.`
  ),
  UploadsWaiting: declare<{ files: number; bytes: number; days: number }>(
    "conflict",
    "SEC-2",
    (f) =>
      `องค์กรของท่านมีไฟล์ที่ส่งแล้วแต่ยังไม่แนบกับรายการใดได้ไม่เกิน ${f.files} ไฟล์ รวม ${mebibytes(f.bytes)} เมบิไบต์ ไฟล์นี้เกินจำนวนนั้น แนบไฟล์ที่ค้างอยู่ก่อน หรือรอให้ไฟล์ที่ไม่ใช้หมดอายุ (${f.days} วัน)`,
    (f) =>
      `Of your organisation up to ${f.files} files and ${mebibytes(f.bytes)} MiB wait to be attached, and this file is beyond that. Attach those that wait, or let those that nobody needs run out (${f.days} days).`
  ),
  FileDamaged: declare<{ name: string }>(
    "conflict",
    "SEC-4",
    (f) => `เนื้อหาของไฟล์ “${f.name}” ในที่เก็บไม่ตรงกับที่บันทึกไว้ จึงไม่เปิดให้ แจ้งผู้ดูแลระบบให้สั่ง phakhi verify หรืออัปโหลดไฟล์เดิมอีกครั้ง`,
    (f) =>
      `The file “${f.name}” in the store is not what was recorded, so it is not served. Ask whoever keeps the system to run phakhi verify, or upload the original again.`
  ),
  AccountNotEnded: declare<{ status: string }>(
    "rule",
    "SEC-3",
    (f) => `บัญชีนี้อยู่ในสถานะ ${f.status} ยุติบัญชีก่อน จึงลบข้อมูลส่วนบุคคลได้`,
    (f) => `The account is ${f.status}. End it first; then its personal data can be erased.`
  ),
  PersonalDataGone: declare<{ at: string }>(
    "conflict",
    "SEC-3",
    (f) => `ข้อมูลส่วนบุคคลของบุคคลนี้ลบไปแล้วเมื่อ ${f.at}`,
    (f) => `The personal data of this person was erased on ${f.at}.`
  ),
  PersonUnknown: declare<{ person: string }>(
    "missing",
    "SEC-3",
    (f) => `รายการนี้ไม่มีข้อมูลของบุคคล ${f.person} เลือกบุคคลที่อยู่ในรายการ`,
    (f) => `This record holds nothing of person ${f.person}. Choose a person who is in it.`
  )
}

export const { refusal, refuse } = refusing(engineRefusals)

/** Refuses an input for all that is wrong with it (SEC-2). */
export const malformed = (...problems: ReadonlyArray<Fault>) => {
  const field = problems[0]?.pointer ?? ""
  return refusal("InputMalformed", { problems }, field === "" ? {} : { field })
}

/** What a change that is made in person can be refused for beside. */
export const onlyInPerson = "SessionRequired" satisfies keyof typeof engineRefusals

/** What any change of a stored record can be refused for. */
export const onAnyChange = [
  "InputMalformed",
  "NotSignedIn",
  "NotPermitted",
  "KeyScopeMissing",
  "RecordNotFound",
  "VersionMissing",
  "VersionStale",
  "KeyReused",
  "KeyInFlight",
  "StoreBusy"
] as const satisfies ReadonlyArray<keyof typeof engineRefusals>
