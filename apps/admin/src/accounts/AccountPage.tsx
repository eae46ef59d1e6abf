import { Stack } from "@mantine/core"
import type { Account } from "@phakhi/domain/parties/Account"
import { roleNames } from "@phakhi/domain/parties/Roles"
import { ActionBar } from "../records/ActionBar.tsx"
import { DataView } from "../records/DataView.tsx"
import { Facts } from "../records/Facts.tsx"
import { formattedInstant } from "../records/formatting.ts"
import { History } from "../records/History.tsx"
import { OperationDrawer } from "../records/OperationDrawer.tsx"
import { RecordHead } from "../records/RecordHead.tsx"
import { RecordName } from "../records/RecordName.tsx"
import type { RecordPageProps } from "../records/RecordPageProps.ts"
import { Section } from "../records/Section.tsx"
import { historyTitle } from "../records/words.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { InvitationLink } from "./InvitationLink.tsx"

const words = {
  account: { th: "ข้อมูลผู้ใช้", en: "Account" },
  email: { th: "อีเมล", en: "E-mail" },
  organisation: { th: "องค์กร", en: "Organisation" },
  roles: { th: "บทบาท", en: "Roles" },
  proposal: { th: "รอผู้ดูแลระบบอีกคนยืนยัน", en: "Waits for another administrator" },
  invited: { th: "เชิญเมื่อ", en: "Invited" },
  reason: { th: "เหตุผลที่ระงับหรือยุติ", en: "Why locked or ended" }
} as const satisfies Record<string, Words>

const AccountPage = ({ onReload, view }: RecordPageProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const { invitedAt, organisation, personal, about, proposal, roles } = view.data as Account
  const named = roles.map((role) => (role === "public" ? role : say(roleNames[role])))
  return (
    <OperationDrawer view={view} onReload={onReload}>
      <Stack gap="lg">
        <RecordHead view={view} />
        <ActionBar actions={view.actions} />
        <Section title={words.account}>
          <Facts
            facts={[
              ...(personal.email === undefined ? [] : [{ label: words.email, value: personal.email }]),
              { label: words.organisation, value: <RecordName record="organisation" id={organisation} /> },
              { label: words.roles, value: named.join(", ") },
              { label: words.invited, value: formattedInstant(invitedAt, language) },
              ...(about?.reason === undefined ? [] : [{ label: words.reason, value: about.reason }])
            ]}
          />
        </Section>
        {proposal !== undefined && (
          <Section title={words.proposal}>
            <DataView record="account" data={proposal} />
          </Section>
        )}
        <InvitationLink id={view.id} />
        <Section title={historyTitle}>
          <History record="account" id={view.id} version={view.version} />
        </Section>
      </Stack>
    </OperationDrawer>
  )
}

export default AccountPage
