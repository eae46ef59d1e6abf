import type { Declaration, Facts, Refusal, Wording } from "@phakhi/domain/kernel/Refusal"
import { refusing, wordingIn } from "@phakhi/domain/rules/Refusals"
import { noWords } from "@phakhi/domain/rules/Words"
import type { UrlProblem } from "./Addresses.ts"

const declare = <F extends Facts = Record<never, never>>(
  kind: Declaration<F>["kind"],
  th: Declaration<F>["th"],
  en: Declaration<F>["en"]
): Declaration<F> => ({ kind, rule: "SEC-7", th, en })

const urlProblems: Readonly<Record<UrlProblem, Wording>> = {
  unreadable: {
    th: "อ่านที่อยู่นี้ไม่ได้ ใช้รูปแบบ https://ชื่อเครื่อง/เส้นทาง ไม่เกิน 2,000 ตัวอักษร",
    en: "This address cannot be read. Write https://host/path, at most 2,000 characters."
  },
  scheme: { th: "ปลายทางต้องใช้ https", en: "An endpoint must be reached by https." },
  login: {
    th: "ที่อยู่ต้องไม่มีชื่อผู้ใช้หรือรหัสผ่าน ปลายทางตรวจผู้ส่งได้จากลายมือชื่อ",
    en: "The address must not hold a name or a password; the receiver knows the sender by the signature."
  },
  port: { th: "ปลายทางต้องใช้พอร์ต 443 หรือ 8443", en: "An endpoint must listen on port 443 or 8443." },
  private: {
    th: "ที่อยู่นี้อยู่ในเครือข่ายภายใน ใช้ที่อยู่บนอินเทอร์เน็ตสาธารณะ",
    en: "This address is on a private network. Use one on the public internet."
  }
}

const problemOf = (problem: string): Wording => urlProblems[problem as UrlProblem]

/** Refusals of what leaves the house; those of the trade are the domain's. */
export const outboundRefusals = {
  WebhookUrlRefused: declare<{ problem: string }>(
    "rule",
    (f) => problemOf(f.problem).th,
    (f) => problemOf(f.problem).en
  ),
  WebhookTopicsUnknown: declare<{ topics: ReadonlyArray<string>; most: number }>(
    "malformed",
    (f) =>
      f.topics.length === 0
        ? `เลือกเหตุการณ์ 1 ถึง ${f.most} รายการ`
        : `ไม่มีเหตุการณ์ชื่อ ${f.topics.join(", ")} ใช้ชื่อจาก GET /v1/webhooks/topics หรือ * หรือเช่น partnership.*`,
    (f) =>
      f.topics.length === 0
        ? `Choose 1 to ${f.most} topics.`
        : `There are no topics named ${f.topics.join(", ")}. Use those of GET /v1/webhooks/topics, or *, or such as partnership.*`
  ),
  WebhooksTooMany: declare<{ most: number }>(
    "conflict",
    (f) => `หน่วยงานมีปลายทางครบ ${f.most} แห่งแล้ว ลบที่ไม่ใช้ก่อน`,
    (f) => `The agency has ${f.most} endpoints already. Delete one that is not needed first.`
  ),
  WebhookDisabled: declare(
    "conflict",
    () => "ปลายทางนี้ปิดอยู่ เปิดใช้ก่อนแล้วจึงส่งอีกครั้ง",
    () => "This endpoint is disabled. Enable it, then send again."
  ),
  WebhookInPerson: declare(
    "forbidden",
    () => "ผู้ดูแลระบบต้องลงชื่อเข้าใช้ด้วยรหัสผ่าน กุญแจ API เปิดทางส่งข้อมูลออกไม่ได้",
    () => "An administrator must sign in with a password for this: an API key cannot open a way out."
  )
} as const

export type OutboundTag = keyof typeof outboundRefusals
export type OutboundRefusal = Refusal<OutboundTag>
export const { refusal: outboundRefusal } = refusing(outboundRefusals)

export const isOutboundTag = (tag: string): tag is OutboundTag => Object.hasOwn(outboundRefusals, tag)

export const outboundWording = (refused: OutboundRefusal): Wording =>
  wordingIn({ refusals: outboundRefusals, words: noWords }, refused)
