import { Box, Button, Group, List, Menu, Stack, Text } from "@mantine/core"
import type { Action } from "@phakhi/domain/engine/View"
import IconChevronDown from "@tabler/icons-react/icons/IconChevronDown"
import { Icon } from "../design/Icon.tsx"
import { useSay, type Words } from "../words/Language.tsx"
import { isNext, type Offer, open, shut } from "./Actions.ts"
import { useOffered } from "./OperationDrawer.tsx"
import { ShutReason } from "./ShutReason.tsx"
import { TargetName } from "./Target.tsx"

const words = {
  can: { th: "สิ่งที่ทำได้ตอนนี้", en: "What you can do now" },
  nothing: { th: "ขณะนี้ไม่มีสิ่งที่ท่านต้องทำ", en: "There is nothing for you to do now" },
  shut: { th: "ยังทำไม่ได้", en: "Not yet possible" }
} as const satisfies Record<string, Words>

const testIds = ({ operation, target }: Action) => ({
  "data-operation": operation,
  "data-target": target === undefined ? "" : String(target.value)
})

interface ActionButtonProps {
  readonly action: Action
  /** What stands on it; else the part that it is aimed at. */
  readonly label?: Words
  /** The part that it is aimed at stands behind the label. */
  readonly aimed?: boolean
  readonly primary?: boolean
  readonly size?: "xs" | "sm"
}

/** The only button to an operation on a record: it is there because the record's actions allow it. */
export const ActionButton = ({ action, aimed = false, label, primary = false, size = "sm" }: ActionButtonProps) => {
  const say = useSay()
  const { open: openForm } = useOffered()
  return (
    <Button size={size} variant={primary ? "filled" : "default"} onClick={() => openForm(action)} {...testIds(action)}>
      {label !== undefined && say(label)}
      {label !== undefined && aimed && ": "}
      {(label === undefined || aimed) && action.target !== undefined && <TargetName target={action.target} />}
    </Button>
  )
}

const OfferButton = ({
  offer: { actions, operation },
  primary
}: {
  readonly offer: Offer
  readonly primary: boolean
}) => {
  const say = useSay()
  const { open: openForm } = useOffered()
  const [only] = actions
  if (actions.length === 1 && only !== undefined) {
    return <ActionButton action={only} primary={primary} label={operation.summary} aimed={only.target !== undefined} />
  }
  return (
    <Menu withInitialFocusPlaceholder={false} shadow="md" position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          size="sm"
          variant={primary ? "filled" : "default"}
          rightSection={<Icon of={IconChevronDown} />}
          data-operation={operation.name}
          data-target="*"
        >
          {say(operation.summary)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw="calc(100vw - 24px)">
        {actions.map((action) => (
          <Menu.Item key={String(action.target?.value)} onClick={() => openForm(action)} {...testIds(action)}>
            {action.target === undefined ? say(operation.summary) : <TargetName target={action.target} />}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

export const ShutList = ({ actions }: { readonly actions: ReadonlyArray<Action> }) => {
  const say = useSay()
  const offers = shut(actions)
  if (offers.length === 0) return null
  return (
    <Box component="details" className="shut">
      <summary>
        {say(words.shut)} ({offers.length})
      </summary>
      <List spacing="xs" mt="xs" size="sm" listStyleType="none">
        {offers.map(({ actions: refused, operation }) => (
          <List.Item key={operation.name} data-shut-operation={operation.name}>
            <Text fw={700} size="sm">
              {say(operation.summary)}
            </Text>
            {refused.map((action) => (
              <div key={String(action.target?.value ?? "")} data-target={String(action.target?.value ?? "")}>
                {action.target === undefined ? null : (
                  <Text size="sm" span>
                    <TargetName target={action.target} />:{" "}
                  </Text>
                )}
                <ShutReason refusal={action.refusal} />
              </div>
            ))}
          </List.Item>
        ))}
      </List>
    </Box>
  )
}

interface ActionBarProps {
  readonly actions: ReadonlyArray<Action>
  /** Said where nothing is open; left out, nothing is. */
  readonly quiet?: boolean
}

/** Every operation that the record's actions name: open ones as buttons, shut ones with their reason. */
export const ActionBar = ({ actions, quiet = false }: ActionBarProps) => {
  const say = useSay()
  const offers = open(actions)
  if (quiet && offers.length === 0 && shut(actions).length === 0) return null
  return (
    <Stack gap="xs" component="section" aria-label={say(words.can)}>
      {offers.length > 0 ? (
        <Group gap="xs">
          {offers.map((offer) => (
            <OfferButton key={offer.operation.name} offer={offer} primary={offer.actions.some(isNext)} />
          ))}
        </Group>
      ) : (
        !quiet && <Text c="dimmed">{say(words.nothing)}</Text>
      )}
      <ShutList actions={actions} />
    </Stack>
  )
}
