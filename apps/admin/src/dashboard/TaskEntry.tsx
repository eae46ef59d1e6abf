import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import { bangkokDay, daysBetween, IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { roleNames } from "@phakhi/domain/parties/Roles"
import type { Me } from "../api/Session.ts"
import type { TaskRow } from "../api/Tasks.ts"
import { PageLink } from "../app/PageLink.tsx"
import { Icon } from "../design/Icon.tsx"
import { Tag } from "../design/Tag.tsx"
import { formattedDate } from "../records/formatting.ts"
import { RecordName } from "../records/RecordName.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { iconOf } from "./taskIcons.ts"
import { type Urgency, urgencyOf } from "./urgency.ts"

const words = {
  by: { th: "ผู้ที่ต้องทำ", en: "Whose turn" },
  or: { th: " หรือ ", en: " or " },
  late: { th: "เกินกำหนด", en: "Late" },
  today: { th: "ครบกำหนดวันนี้", en: "Due today" },
  waited: { th: "รอมา", en: "Waiting for" },
  sinceToday: { th: "มาถึงวันนี้", en: "Came today" },
  within: { th: "อีก", en: "In" },
  due: { th: "ครบ", en: "Due" },
  noDue: { th: "ไม่มีกำหนด", en: "No due date" }
} as const satisfies Record<string, Words>

const days = (count: number): Words => ({ th: `${count} วัน`, en: count === 1 ? "1 day" : `${count} days` })

/** Who is waited for: one person, or anyone with one of the roles in the organisation. */
const Waited = ({ account, organisation, roles }: Pick<TaskRow, "account" | "organisation" | "roles">) => {
  const say = useSay()
  const named = roles.map((role) => (role === "public" ? role : say(roleNames[role]))).join(say(words.or))
  return (
    <span data-waited>
      {say(words.by)}: {account !== null && <RecordName record="account" id={account} link={false} otherwise={named} />}
      {account === null && named}
      {organisation !== null && (
        <>
          {" – "}
          <RecordName record="organisation" id={organisation} link={false} />
        </>
      )}
    </span>
  )
}

/** How soon, as a word with its days. */
const Soon = ({ due, today, urgency }: { due: IsoDate; today: IsoDate; urgency: Urgency }) => {
  const say = useSay()
  const left = daysBetween(today, due)
  if (urgency === "late")
    return (
      <Tag kind="late">
        {say(words.late)} {say(days(-left))}
      </Tag>
    )
  if (left === 0) return <Tag kind="soon">{say(words.today)}</Tag>
  return (
    <Tag kind={urgency === "soon" ? "soon" : "plain"}>
      {say(words.within)} {say(days(left))}
    </Tag>
  )
}

/** Whether the form may open for this person: the record itself then says if another rule stands against it. */
const mayBeMine = ({ account, organisation, roles }: TaskRow, { actor }: Pick<Me, "actor">): boolean =>
  account === null
    ? organisation === actor.organisation && roles.some((role) => actor.roles.includes(role))
    : account === actor.account

interface TaskEntryProps {
  readonly task: TaskRow
  readonly me: Me
  readonly today: IsoDate
  /** Says who is waited for, where that is not plain. */
  readonly whose: boolean
}

/** One thing that waits. The whole row leads into its form, or to the record where it is for somebody else. */
export const TaskEntry = ({ me, task, today, whose }: TaskEntryProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const { due, id, late, operation, record, since, target, title } = task
  const type = readerOf(catalogue, record)?.type
  const plural = type?.plural ?? record
  const act = { act: operation, ...(target === null ? {} : { part: target.value }) }
  const waited = daysBetween(bangkokDay(since), today)
  const urgency = urgencyOf(task, today)
  return (
    <li className="task-row" data-task={operation} data-urgency={urgency}>
      <span className="task-icon">
        <Icon of={iconOf(operation)} />
      </span>
      <span className="task-what">
        <PageLink
          className="whole"
          to="/$plural/$id"
          params={{ plural, id }}
          search={mayBeMine(task, me) ? act : {}}
          c="inherit"
          fw={600}
        >
          {say(task.words)}
        </PageLink>
        <span className="dimmed">
          {type === undefined ? "" : `${say(type.label)}: `}
          {say(title)}
        </span>
        {whose && <Waited {...task} />}
      </span>
      <span className="task-age dimmed">
        {waited <= 0 ? say(words.sinceToday) : `${say(words.waited)} ${say(days(waited))}`}
      </span>
      <span className="task-soon" data-due={due ?? undefined} data-late={late}>
        {due === null ? (
          <span className="dimmed">{say(words.noDue)}</span>
        ) : (
          <>
            <Soon due={IsoDate.make(due)} today={today} urgency={urgency} />
            <span>
              {say(words.due)} {formattedDate(due, language)}
            </span>
          </>
        )}
      </span>
    </li>
  )
}
