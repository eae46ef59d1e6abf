import { Alert, Stack, Text } from "@mantine/core"
import type { Account } from "@phakhi/domain/parties/Account"
import { answerableUntil } from "@phakhi/domain/parties/Lapse"
import { roleNames } from "@phakhi/domain/parties/Roles"
import { ActionBar } from "../records/ActionBar.tsx"
import { Facts } from "../records/Facts.tsx"
import { formattedDate, formattedInstant } from "../records/formatting.ts"
import { History } from "../records/History.tsx"
import { valueOf } from "../records/Labels.ts"
import { type Extras, OperationDrawer } from "../records/OperationDrawer.tsx"
import { RecordHead } from "../records/RecordHead.tsx"
import { RecordName } from "../records/RecordName.tsx"
import type { RecordPageProps } from "../records/RecordPageProps.ts"
import { Section } from "../records/Section.tsx"
import { historyTitle } from "../records/words.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { InvitationLink, linking } from "./InvitationLink.tsx"

const words = {
  account: { th: "ข้อมูลผู้ใช้", en: "Account" },
  position: { th: "ตำแหน่ง", en: "Position" },
  email: { th: "อีเมล", en: "E-mail" },
  organisation: { th: "องค์กร", en: "Organisation" },
  roles: { th: "บทบาท", en: "Roles" },
  proposal: { th: "รอผู้ดูแลระบบอีกคนยืนยัน", en: "Waits for another administrator" },
  proposedBy: { th: "เสนอโดย", en: "Proposed by" },
  proposedAt: { th: "เสนอเมื่อ", en: "Proposed" },
  proposedRoles: { th: "บทบาทที่เสนอ", en: "Roles proposed" },
  proposedReason: { th: "เหตุผล", en: "Reason" },
  answerable: { th: "ยืนยันหรือไม่เห็นชอบได้ถึง", en: "Can be answered until" },
  answerableHint: { th: "หากไม่มีผู้ตอบ ข้อเสนอสิ้นผล", en: "unanswered, it lapses" },
  noRoles: { th: "ยังไม่มีบทบาทที่ใช้ได้", en: "None that counts now" },
  noRolesYet: {
    th: "ยังไม่มี จะได้รับเมื่อคำขอเป็นผู้ดูแลระบบขององค์กรได้รับการรับรอง",
    en: "None before the claim to administer the organisation is verified"
  },
  resting: { th: "บทบาทที่พักไว้", en: "Roles that rest" },
  restingHint: {
    th: "บทบาทที่พักไว้ใช้ไม่ได้จนกว่าผู้ดูแลระบบคนอื่นที่ไม่ได้ออกลิงก์จะยืนยันว่าเจ้าของบัญชีเป็นผู้เข้าใช้เอง ให้สอบถามเจ้าของบัญชีก่อนยืนยัน หากไม่มีผู้ดูแลระบบคนอื่น ให้ผู้ดูแลเครื่องที่ติดตั้งระบบยืนยัน",
    en: "Roles that rest do not count until an administrator who did not issue the link has confirmed that the account's own person came in. Ask that person before you confirm it. Where there is no such administrator, whoever runs the machine confirms it."
  },
  declinedHint: {
    th: "ข้อเสนอคืนบทบาทไม่ได้รับความเห็นชอบ หรือสิ้นผลเพราะไม่มีผู้ตอบ (ดูประวัติ) ให้ออกลิงก์ใหม่ หรือกำหนดบทบาทใหม่",
    en: "That the roles come back was declined, or lapsed without an answer (see the history). Issue another link, or give roles anew."
  },
  invited: { th: "เชิญเมื่อ", en: "Invited" },
  reason: { th: "เหตุผลที่ระงับหรือยุติ", en: "Why locked or ended" }
} as const satisfies Record<string, Words>

const answering: ReadonlyArray<string> = ["accounts.confirm-proposal", "accounts.decline-proposal"]

const AccountPage = ({ onReload, view }: RecordPageProps) => {
  const say = useSay()
  const { language } = useLanguage()
  // Whoever only chooses whom to assign is shown neither the roles nor since when the account is there.
  const { holder, invitedAt, invitedFrom, organisation, personal, about, proposal, resting, roles, status, unopened } =
    view.data as Omit<Account, "roles" | "invitedAt"> & Partial<Account>
  const named = (of: Account["roles"]) => of.map((role) => (role === "public" ? role : say(roleNames[role]))).join(", ")
  const waiting = proposal !== undefined && (
    <>
      <Text size="sm">{say(valueOf("account", "_tag", proposal._tag))}</Text>
      <Facts
        facts={[
          ...("roles" in proposal ? [{ label: words.proposedRoles, value: named(proposal.roles) }] : []),
          ...("about" in proposal ? [{ label: words.proposedReason, value: proposal.about.reason }] : []),
          ...(proposal.by === undefined
            ? []
            : [{ label: words.proposedBy, value: <RecordName record="account" id={proposal.by} /> }]),
          { label: words.proposedAt, value: formattedInstant(proposal.at, language) },
          {
            label: words.answerable,
            value: `${formattedDate(answerableUntil(proposal.at), language)} (${say(words.answerableHint)})`
          }
        ]}
      />
    </>
  )
  // Whoever answers sees first what has been proposed.
  const extras: Extras = ({ name }) =>
    answering.includes(name)
      ? {
          about: (
            <>
              {waiting}
              {resting !== undefined && (
                <Text size="sm">
                  {say(words.resting)}: {named(resting)}
                </Text>
              )}
              {resting !== undefined && <Text size="sm">{say(words.restingHint)}</Text>}
            </>
          )
        }
      : {}
  // A link is made where it is shown.
  const offered = { ...view, actions: view.actions.filter(({ operation }) => operation !== linking) }
  return (
    <OperationDrawer view={offered} onReload={onReload} extras={extras}>
      <Stack gap="lg">
        <RecordHead view={view} />
        <ActionBar actions={offered.actions} />
        {resting !== undefined && (
          <Alert color="yellow" variant="outline" title={`${say(words.resting)}: ${named(resting)}`} data-resting>
            {say(proposal === undefined ? words.declinedHint : words.restingHint)}
          </Alert>
        )}
        <Section title={words.account}>
          <Facts
            facts={[
              ...(holder?.position === undefined ? [] : [{ label: words.position, value: holder.position }]),
              ...(personal.email === undefined ? [] : [{ label: words.email, value: personal.email }]),
              { label: words.organisation, value: <RecordName record="organisation" id={organisation} /> },
              ...(roles === undefined
                ? []
                : [
                    {
                      label: words.roles,
                      value:
                        roles.length > 0
                          ? named(roles)
                          : say(invitedFrom === undefined ? words.noRoles : words.noRolesYet)
                    }
                  ]),
              ...(invitedAt === undefined
                ? []
                : [{ label: words.invited, value: formattedInstant(invitedAt, language) }]),
              ...(about?.reason === undefined ? [] : [{ label: words.reason, value: about.reason }])
            ]}
          />
        </Section>
        {proposal !== undefined && <Section title={words.proposal}>{waiting}</Section>}
        <InvitationLink
          id={view.id}
          action={status === "ended" ? undefined : view.actions.find(({ operation }) => operation === linking)}
          never={unopened === true}
          onMade={onReload}
        />
        <Section title={historyTitle}>
          <History record="account" id={view.id} version={view.version} />
        </Section>
      </Stack>
    </OperationDrawer>
  )
}

export default AccountPage
