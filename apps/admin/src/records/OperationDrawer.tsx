import { Drawer, Title } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import type { Command } from "@phakhi/domain/engine/Operation"
import type { Action } from "@phakhi/domain/engine/View"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react"
import type { View } from "../api/Api.ts"
import type { RecordSearch } from "../app/search.ts"
import { OperationForm, type OperationFormProps } from "../forms/OperationForm.tsx"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import { commandNamed } from "./Actions.ts"
import { askedBy } from "./Asked.ts"
import { NotOpened } from "./NotOpened.tsx"
import { announceOpenPage, type Offered } from "./openPage.ts"
import { TargetName } from "./Target.tsx"
import { useTold } from "./useTold.ts"

/** What a page adds to the form of an operation: a preview, headings, what is proposed. */
export type Extras = (
  operation: Command,
  action: Action
) => Partial<Pick<OperationFormProps, "about" | "after" | "controls" | "headings" | "proposed" | "fixed">>

const OfferedContext = createContext<Offered | undefined>(undefined)

export const useOffered = (): Offered => {
  const offered = use(OfferedContext)
  if (offered === undefined) throw new Error("an operation is offered only inside its record")
  return offered
}

const noExtras: Extras = () => ({})

interface OperationDrawerProps {
  readonly view: View
  readonly onReload: () => Promise<View | undefined>
  readonly extras?: Extras
  readonly children: ReactNode
}

/** The act that the address asks for is opened once; the address forgets it when its form closes. */
const useAsked = (view: View, open: (action: Action) => void) => {
  const navigate = useNavigate()
  const { act, part, ...rest } = useSearch({ strict: false }) as RecordSearch
  const [answered, setAnswered] = useState<string>()
  const link = act === undefined ? undefined : `${act} ${String(part ?? "")}`
  const asked = askedBy({ act, part } as RecordSearch, view.actions)
  useEffect(() => {
    if (asked?._tag !== "Open" || link === answered) return
    setAnswered(link)
    open(asked.action)
  })
  const forget = () => {
    if (link !== undefined) void navigate({ to: ".", search: rest, replace: true })
  }
  return { shut: asked === undefined || asked._tag === "Open" || link === answered ? undefined : asked, act, forget }
}

/** Opens the form of an operation beside its record. */
export const OperationDrawer = ({ children, extras = noExtras, onReload, view }: OperationDrawerProps) => {
  const say = useSay()
  const told = useTold()
  const wide = useMediaQuery("(min-width: 48em)") ?? true
  const [action, setAction] = useState<Action>()
  const offered = useMemo(() => ({ view, open: setAction }), [view])
  useEffect(() => announceOpenPage(offered), [offered])
  const operation = action === undefined ? undefined : commandNamed(action.operation)
  const { act, forget, shut } = useAsked(view, setAction)
  const close = () => {
    setAction(undefined)
    forget()
  }
  const added = operation === undefined || action === undefined ? {} : extras(operation, action)
  const fixed = {
    ...(action?.target === undefined ? {} : { [action.target.field]: action.target.value }),
    ...added.fixed
  }
  return (
    <OfferedContext value={offered}>
      {shut !== undefined && <NotOpened operation={act ?? ""} asked={shut} onClose={forget} />}
      {children}
      <Drawer
        opened={operation !== undefined}
        onClose={close}
        position="right"
        size={wide ? 760 : "100%"}
        closeButtonProps={{ "aria-label": say(common.close) }}
        title={
          operation === undefined ? null : (
            <Title order={2} size="h3" component="span">
              {say(operation.summary)}
              {action?.target !== undefined && (
                <>
                  {" – "}
                  <TargetName target={action.target} />
                </>
              )}
            </Title>
          )
        }
      >
        {operation !== undefined && action !== undefined && (
          <OperationForm
            key={`${operation.name}${String(action.target?.value ?? "")}`}
            operation={operation}
            view={view}
            {...added}
            fixed={fixed}
            onReload={onReload}
            onCancel={close}
            onDone={(done) => {
              close()
              void told(operation, done)
            }}
          />
        )}
      </Drawer>
    </OfferedContext>
  )
}
