import { OpenSession } from "@phakhi/identity/OwnSessions"
import { RecoveryCodes, SecondFactorSecret, SecondFactorState } from "@phakhi/identity/SecondFactor"
import { LoggedSignIn } from "@phakhi/identity/SignInLog"
import { Schema } from "effect"
import { Confirmation, Removal, SetUp, SignInList } from "../routes/Access.ts"
import type { DescribedRoute } from "./DescribedRoute.ts"

const Ended = Schema.Struct({ ended: Schema.Int })
const SignIns = Schema.Struct({ data: Schema.Array(LoggedSignIn) })

export const describedAccess: ReadonlyArray<DescribedRoute> = [
  {
    method: "get",
    path: "/v1/me/sessions",
    id: "sessions.list",
    tag: "identity",
    summary: { th: "การเข้าใช้ของตนที่ยังเปิดอยู่", en: "One's own open sessions" },
    answer: Schema.Struct({ data: Schema.Array(OpenSession) }),
    refusals: []
  },
  {
    method: "delete",
    path: "/v1/me/sessions",
    id: "sessions.end-others",
    tag: "identity",
    summary: { th: "ยุติการเข้าใช้อื่นทั้งหมดของตน", en: "End all of one's own sessions but this one" },
    answer: Ended,
    refusals: []
  },
  {
    method: "delete",
    path: "/v1/me/sessions/{id}",
    id: "sessions.end",
    tag: "identity",
    summary: { th: "ยุติการเข้าใช้หนึ่งของตน", en: "End one of one's own sessions" },
    answer: Ended,
    refusals: ["RecordNotFound"]
  },
  {
    method: "get",
    path: "/v1/me/sign-ins",
    id: "sign-ins.list",
    tag: "identity",
    summary: {
      th: "การลงชื่อเข้าใช้ 20 ครั้งล่าสุดของตน ที่สำเร็จและไม่สำเร็จ",
      en: "The last twenty times that somebody signed in, or tried to, as oneself"
    },
    answer: SignIns,
    refusals: []
  },
  {
    method: "get",
    path: "/v1/me/second-factor",
    id: "second-factor.get",
    tag: "identity",
    summary: { th: "การยืนยันสองขั้นของตน", en: "One's own second factor" },
    answer: SecondFactorState,
    refusals: []
  },
  {
    method: "post",
    path: "/v1/me/second-factor",
    id: "second-factor.set-up",
    tag: "identity",
    summary: {
      th: "เริ่มตั้งการยืนยันสองขั้น คำตอบมีกุญแจสำหรับแอป แสดงครั้งเดียว",
      en: "Begin to set up a second factor; the answer has the secret for the app, this once"
    },
    body: SetUp,
    status: 201,
    answer: SecondFactorSecret,
    refusals: ["SessionRequired", "PasswordWrong", "SecondFactorThere", "TooManyAttempts"]
  },
  {
    method: "post",
    path: "/v1/me/second-factor/confirm",
    id: "second-factor.confirm",
    tag: "identity",
    summary: {
      th: "ยืนยันด้วยรหัสแรกจากแอป คำตอบมีรหัสสำรอง แสดงครั้งเดียว",
      en: "Confirm it by a first code of the app; the answer has the recovery codes, this once"
    },
    body: Confirmation,
    answer: RecoveryCodes,
    refusals: ["SessionRequired", "CodeWrong", "TooManyAttempts"]
  },
  {
    method: "post",
    path: "/v1/me/second-factor/remove",
    id: "second-factor.remove",
    tag: "identity",
    summary: { th: "ยกเลิกการยืนยันสองขั้นของตน", en: "Remove one's own second factor" },
    body: Removal,
    answer: Schema.Struct({ removed: Schema.Boolean }),
    refusals: ["SessionRequired", "PasswordWrong", "CodeWrong", "SecondFactorMissing", "TooManyAttempts"]
  },
  {
    method: "get",
    path: "/v1/sign-ins",
    id: "sign-ins.of-agency",
    tag: "identity",
    summary: {
      th: "การลงชื่อเข้าใช้ของคนในองค์กร สำหรับผู้ดูแลระบบ เก็บ 90 วัน",
      en: "Who of the organisation signed in, for its administrators; kept for 90 days"
    },
    query: SignInList,
    answer: SignIns,
    refusals: ["NotPermitted", "InputMalformed"]
  }
]
