import { TypedDraft } from "@phakhi/domain/engine/DraftInput"
import { ChosenSettings, MarkRead, NotificationList } from "@phakhi/domain/engine/NotificationInput"
import { Integration, Person } from "@phakhi/domain/kernel/Actor"
import { Invitation, InvitedPerson } from "@phakhi/identity/Invitations"
import { CreatedKey, Key, NewKey } from "@phakhi/identity/Keys"
import { Schema } from "effect"
import { DraftList, DraftPart, FoundDraft, Kept } from "../routes/Drafts.ts"
import { Marked, NotificationPage, ShownSettings } from "../routes/Notifications.ts"
import { Acceptance, ChangePassword, SignIn } from "../routes/People.ts"
import { describedAccess } from "./DescribedAccess.ts"
import type { DescribedRoute } from "./DescribedRoute.ts"
import { describedWebhooks } from "./DescribedWebhooks.ts"

const Name = Schema.Struct({ th: Schema.String, en: Schema.optionalKey(Schema.String) })
const Me = Schema.Struct({
  actor: Schema.Union([Person, Integration]),
  account: Schema.Struct({ name: Schema.String, email: Schema.String }),
  organisation: Schema.Struct({ id: Schema.NullOr(Schema.String), name: Name }),
  demo: Schema.Boolean,
  mayReplay: Schema.Boolean,
  /** What the key is for, where a key asks. */
  scopes: Schema.optionalKey(Schema.Array(Schema.String))
}).annotate({ identifier: "Me" })
const Installation = Schema.Struct({
  demo: Schema.Boolean,
  mayReplay: Schema.Boolean,
  hasAdministrator: Schema.Boolean
})
const StoredFile = Schema.Struct({
  digest: Schema.String,
  size: Schema.Int,
  type: Schema.String
}).annotate({ identifier: "StoredFile" })
const Entered = Schema.Struct({ signedIn: Schema.Boolean })
const refusedPasswords = ["PasswordLength", "PasswordCommon", "PasswordPlain", "PasswordIsEmail", "PasswordInvisible"]

export const describedRoutes: ReadonlyArray<DescribedRoute> = [
  {
    method: "get",
    path: "/v1/me",
    id: "me.get",
    tag: "identity",
    summary: { th: "ฉันคือใคร", en: "Who am I" },
    answer: Me,
    refusals: []
  },
  {
    method: "get",
    path: "/api/installation",
    id: "installation.get",
    tag: "system",
    open: true,
    summary: { th: "ข้อมูลการติดตั้ง", en: "What this installation is" },
    answer: Installation,
    refusals: []
  },
  {
    method: "post",
    path: "/api/auth/sign-in/email",
    id: "auth.sign-in",
    tag: "identity",
    open: true,
    summary: { th: "ลงชื่อเข้าใช้ด้วยรหัสผ่าน", en: "Sign in with a password; the answer sets the session cookie" },
    body: SignIn,
    answer: Entered,
    refusals: ["SignInRefused", "SecondFactorNeeded", "SecondFactorWrong", "TooManyAttempts", "CrossOrigin"]
  },
  {
    method: "post",
    path: "/api/auth/sign-out",
    id: "auth.sign-out",
    tag: "identity",
    open: true,
    summary: { th: "ออกจากระบบ", en: "Sign out" },
    answer: Entered,
    refusals: ["CrossOrigin"]
  },
  {
    method: "post",
    path: "/api/auth/change-password",
    id: "auth.change-password",
    tag: "identity",
    summary: { th: "เปลี่ยนรหัสผ่านของตนเอง", en: "Change one's own password" },
    body: ChangePassword,
    answer: Entered,
    refusals: ["PasswordWrong", ...refusedPasswords, "SessionRequired", "TooManyAttempts"]
  },
  ...describedAccess,
  {
    method: "post",
    path: "/v1/keys",
    id: "keys.create",
    tag: "identity",
    summary: { th: "สร้างกุญแจ API (แสดงครั้งเดียว)", en: "Make an API key; it is shown this once" },
    body: NewKey,
    status: 201,
    answer: CreatedKey,
    refusals: ["SessionRequired", "KeysSpent"]
  },
  {
    method: "get",
    path: "/v1/keys",
    id: "keys.list",
    tag: "identity",
    summary: { th: "กุญแจ API ของตน หรือของหน่วยงานสำหรับผู้ดูแล", en: "One's own keys; an administrator sees the agency's" },
    answer: Schema.Struct({ data: Schema.Array(Key) }),
    refusals: []
  },
  {
    method: "delete",
    path: "/v1/keys/{id}",
    id: "keys.revoke",
    tag: "identity",
    summary: { th: "ยกเลิกกุญแจ API", en: "Revoke an API key" },
    answer: Schema.Struct({ revoked: Schema.Boolean }),
    refusals: ["RecordNotFound"]
  },
  {
    method: "post",
    path: "/v1/accounts/{id}/invitation",
    id: "accounts.invitation",
    tag: "identity",
    summary: {
      th: "สร้างลิงก์เชิญใช้ครั้งเดียว (7 วัน) สำหรับตั้งรหัสผ่าน ส่งทางอีเมลของเจ้าของบัญชีเมื่อมีเซิร์ฟเวอร์อีเมล มิฉะนั้นแสดงแก่ผู้ออก",
      en: "Make a link, good once and for 7 days, with which the person sets a password; mailed to them where there is a mail server, else shown"
    },
    status: 201,
    answer: Schema.Union([
      Schema.Struct({ ...Invitation.fields, path: Schema.String }),
      Schema.Struct({ expiresAt: Schema.String, mailed: Schema.Literal(true) })
    ]),
    refusals: [
      "SessionRequired",
      "RecordNotFound",
      "AccountNotActive",
      "AnotherAdministratorNeeded",
      "ProposalWaits",
      "ClaimNotOpen"
    ]
  },
  {
    method: "get",
    path: "/api/invitations/{token}",
    id: "invitations.show",
    tag: "identity",
    open: true,
    summary: { th: "ดูคำเชิญ", en: "Show an invitation" },
    answer: InvitedPerson,
    refusals: ["InvitationUnknown"]
  },
  {
    method: "post",
    path: "/api/invitations/accept",
    id: "invitations.accept",
    tag: "identity",
    open: true,
    summary: { th: "รับคำเชิญและตั้งรหัสผ่าน", en: "Accept an invitation and set a password" },
    body: Acceptance,
    answer: Schema.Struct({ account: Schema.String, email: Schema.String }),
    refusals: ["InvitationUnknown", ...refusedPasswords, "CrossOrigin"]
  },
  {
    method: "get",
    path: "/v1/notifications",
    id: "notifications.list",
    tag: "notifications",
    summary: { th: "การแจ้งเตือนของตน ใหม่สุดก่อน", en: "What one has been told, newest first" },
    query: NotificationList,
    answer: NotificationPage,
    refusals: []
  },
  {
    method: "post",
    path: "/v1/notifications/read",
    id: "notifications.read",
    tag: "notifications",
    summary: {
      th: "ทำเครื่องหมายว่าอ่านแล้ว หรือยังไม่อ่าน (ไม่ระบุ ids คือทั้งหมด)",
      en: "Mark as read, or as unread again; without ids, all of them"
    },
    body: MarkRead,
    answer: Marked,
    refusals: []
  },
  {
    method: "get",
    path: "/v1/notifications/settings",
    id: "notifications.settings",
    tag: "notifications",
    summary: { th: "วิธีรับการแจ้งเตือน", en: "How one is told" },
    answer: ShownSettings,
    refusals: []
  },
  {
    method: "post",
    path: "/v1/notifications/settings",
    id: "notifications.set",
    tag: "notifications",
    summary: { th: "ตั้งวิธีรับการแจ้งเตือน", en: "Choose how one is told" },
    body: ChosenSettings,
    answer: ShownSettings,
    refusals: []
  },
  {
    method: "get",
    path: "/v1/drafts",
    id: "drafts.list",
    tag: "drafts",
    summary: { th: "ร่างของตนที่ยังไม่ได้ส่ง ใหม่สุดก่อน", en: "What one has typed and not sent, newest first" },
    answer: DraftList,
    refusals: []
  },
  {
    method: "get",
    path: "/v1/drafts/{operation}/{record}",
    id: "drafts.get",
    tag: "drafts",
    summary: { th: "ร่างหนึ่งของตน", en: "One of one's drafts" },
    query: DraftPart,
    answer: FoundDraft,
    refusals: ["InputMalformed"]
  },
  {
    method: "put",
    path: "/v1/drafts/{operation}/{record}",
    id: "drafts.keep",
    tag: "drafts",
    summary: { th: "เก็บร่าง แทนร่างก่อนหน้า", en: "Keep a draft in place of the one before it" },
    query: DraftPart,
    body: TypedDraft,
    answer: Kept,
    refusals: []
  },
  {
    method: "delete",
    path: "/v1/drafts/{operation}/{record}",
    id: "drafts.drop",
    tag: "drafts",
    summary: { th: "ลบร่าง", en: "Drop a draft" },
    query: DraftPart,
    answer: FoundDraft,
    refusals: ["InputMalformed"]
  },
  ...describedWebhooks,
  {
    method: "put",
    path: "/v1/files",
    id: "files.put",
    tag: "files",
    summary: { th: "ส่งไฟล์หลักฐาน", en: "Put an evidence file; a record then names its digest" },
    body: "bytes",
    status: 201,
    answer: StoredFile,
    refusals: ["FileTypeRefused", "UploadsSpent", "UploadsWaiting"]
  },
  {
    method: "post",
    path: "/v1/replay",
    id: "replay.run",
    tag: "system",
    summary: {
      th: "ดำเนินการตามไฟล์ NDJSON เฉพาะฐานข้อมูลว่างหรือตัวอย่าง",
      en: "Carry out a file of operations; for an empty or a demo store only"
    },
    body: "ndjson",
    answer: Schema.Struct({ done: Schema.Int, dryRun: Schema.Boolean }),
    refusals: ["ReplayNotPermitted"]
  },
  {
    method: "get",
    path: "/healthz",
    id: "system.health",
    tag: "system",
    open: true,
    summary: { th: "โปรแกรมทำงานอยู่", en: "The process lives" },
    answer: Schema.Struct({ status: Schema.Literal("ok") }),
    refusals: []
  },
  {
    method: "get",
    path: "/readyz",
    id: "system.ready",
    tag: "system",
    open: true,
    summary: { th: "พร้อมให้บริการ", en: "It can do its work" },
    answer: Schema.Struct({ status: Schema.Literal("ready") }),
    refusals: []
  }
]
