import { Alert, Anchor, Button, Group, Stack, Text } from "@mantine/core"
import { useNetwork } from "@mantine/hooks"
import type { Command } from "@phakhi/domain/engine/Operation"
import { fieldsOf } from "@phakhi/domain/kernel/Field"
import { useQuery } from "@tanstack/react-query"
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from "react"
import type { View } from "../api/Api.ts"
import { meQuery } from "../api/Session.ts"
import { formattedInstant } from "../records/formatting.ts"
import { RuleLink } from "../rules/RuleLink.tsx"
import { common } from "../words/common.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { beginning } from "./Beginning.ts"
import { ChangedThere } from "./ChangedThere.tsx"
import { CheckAnswers } from "./CheckAnswers.tsx"
import type { Draft } from "./Draft.ts"
import { ErrorSummary } from "./ErrorSummary.tsx"
import { FieldInputs } from "./FieldInputs.tsx"
import { FormContext, type FormSurroundings, idOf } from "./FormContext.tsx"
import { mayKeep } from "./Kept.ts"
import { type Mistake, readDraft } from "./Reading.ts"
import { Refusal } from "./Refusal.tsx"
import { SignInAgain } from "./SignInAgain.tsx"
import { useDraft } from "./useDraft.ts"
import { useSending } from "./useSending.ts"
import { formWords } from "./words.ts"

export interface OperationFormProps {
  readonly operation: Command
  /** The record as loaded; absent where the operation makes one. */
  readonly view?: Pick<View, "id" | "version" | "data">
  /** Fields that are settled already and not asked for. */
  readonly fixed?: Draft
  /** What the fields begin with, where the record does not say. */
  readonly proposed?: Draft
  /** What the act is about, shown above its fields, where the record says more than the operation's name. */
  readonly about?: ReactNode
  /** Shown after a field, from what is typed: a recommendation, a score. */
  readonly after?: (field: string, draft: Draft, set: (field: string, value: unknown) => void) => ReactNode
  /** Controls of their own for fields that the page knows more about. */
  readonly controls?: FormSurroundings["controls"]
  /** The headings of named texts, where what is to be stated is known. */
  readonly headings?: { readonly [name: string]: Words }
  readonly onDone: (view: View) => void
  readonly onCancel?: () => void
  readonly onReload?: () => Promise<View | undefined>
}

const nothing: Draft = {}

/** The form of one operation, made from the fields of its input. It knows no rule: what is refused, the domain refuses. */
export const OperationForm = (props: OperationFormProps) => {
  const {
    about,
    after,
    controls,
    fixed = nothing,
    headings,
    onCancel,
    onDone,
    onReload,
    operation,
    proposed,
    view
  } = props
  const say = useSay()
  const { language } = useLanguage()
  const id = useId()
  const { online } = useNetwork()
  const { data: me } = useQuery(meQuery)
  const all = useMemo(() => fieldsOf(operation.input), [operation])
  const asked = useMemo(() => all.filter(({ name }) => !(name in fixed)), [all, fixed])
  const begun = useMemo(
    () => ({ ...beginning(operation, all, view?.data), ...proposed }),
    [operation, all, view?.data, proposed]
  )
  const account = me?.actor.account
  const of =
    account !== undefined && mayKeep(operation) && asked.length > 0
      ? {
          account,
          place: { operation: operation.name, record: view?.id ?? "new", part: Object.values(fixed).join(".") }
        }
      : undefined
  const { both, change, draft, finish, keptAt, rebase, restored, set, startAgain, take } = useDraft({
    of,
    fields: asked,
    beginning: begun,
    fixed
  })
  const [mistakes, setMistakes] = useState<ReadonlyArray<Mistake>>([])
  const [checking, setChecking] = useState(false)
  // What the person saw when the form opened: a record refreshed behind it does not count as seen.
  const [seen, setSeen] = useState(view)
  const sending = useSending({ operation, view: seen })

  const read = () => {
    const { input, mistakes: found } = readDraft(asked, draft, Date.now())
    return { input: { ...fixed, ...input }, found }
  }
  const send = async () => {
    const { found, input } = read()
    setMistakes(found)
    if (found.length > 0) return setChecking(false)
    const outcome = await sending.send(input)
    if (outcome === undefined) return
    if ("view" in outcome) {
      finish()
      return onDone(outcome.view)
    }
    setMistakes(outcome.mistakes)
    setChecking(false)
  }
  const submit = async () => {
    if (operation.irreversible === false || asked.length === 0 || checking) return send()
    const { found } = read()
    setMistakes(found)
    if (found.length === 0) setChecking(true)
  }
  const backTo = (field: string) => {
    setChecking(false)
    requestAnimationFrame(() => document.getElementById(idOf(id, `/${field}`))?.focus())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void submit()
    }
  }
  const check = operation.irreversible !== false && asked.length > 0 && !checking

  return (
    <FormContext
      value={{
        mistakes,
        data: view?.data,
        id,
        set,
        ...(headings === undefined ? {} : { headings }),
        ...(controls === undefined ? {} : { controls })
      }}
    >
      <form
        noValidate
        data-form={operation.name}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack gap="md">
          <ErrorSummary form={id} mistakes={mistakes} />
          {sending.problem?.kind === "unauthenticated" && me != null && (
            <SignInAgain email={me.account.email} onDone={() => void send()} />
          )}
          {sending.problem !== undefined &&
            sending.problem.kind !== "unauthenticated" &&
            (mistakes.length === 0 || sending.problem.tag !== "InputMalformed") && (
              <Refusal
                problem={sending.problem}
                onRetry={() => void send()}
                {...(onReload === undefined
                  ? {}
                  : {
                      onReload: () => {
                        void onReload().then((latest) => {
                          if (latest !== undefined) {
                            setSeen(latest)
                            rebase({ ...beginning(operation, all, latest.data), ...proposed })
                          }
                          sending.clear(latest !== undefined)
                        })
                      }
                    })}
              />
            )}
          {sending.reloaded && (
            <Alert color="blue" variant="outline">
              {say(formWords.loaded)}
            </Alert>
          )}
          {sending.unreachable && (
            <Alert
              color="yellow"
              variant="outline"
              role="alert"
              title={say(online ? common.unreachable : common.offline)}
            >
              <Button size="xs" variant="outline" onClick={() => void send()}>
                {say(common.retry)}
              </Button>
            </Alert>
          )}
          {restored && !checking && (
            <Text size="sm">
              {say(formWords.draftBack)}{" "}
              <Anchor component="button" type="button" underline="always" onClick={startAgain}>
                {say(formWords.draftDrop)}
              </Anchor>
            </Text>
          )}
          {checking ? (
            <CheckAnswers
              fields={asked}
              input={read().input}
              why={operation.irreversible === false ? undefined : operation.irreversible}
              onChange={backTo}
            />
          ) : (
            <>
              {about}
              {asked.length === 0 && <Text>{say(formWords.noFields)}</Text>}
              {asked.length === 0 && operation.irreversible !== false && <Text>{say(operation.irreversible)}</Text>}
              <FieldInputs
                fields={asked}
                path=""
                draft={draft}
                onChange={change}
                after={(name) => (
                  <>
                    {asked
                      .filter((field) => field.name === name && name in both)
                      .map((field) => (
                        <ChangedThere key={name} field={field} now={both[name]} onTake={() => take(name)} />
                      ))}
                    {after?.(name, draft, set)}
                  </>
                )}
              />
            </>
          )}
          {operation.rules.length > 0 && (
            <Group gap="xs">
              <Text size="sm" c="dimmed">
                {say(formWords.why)}:
              </Text>
              {operation.rules.map((rule) => (
                <RuleLink key={rule} id={rule} />
              ))}
            </Group>
          )}
          <Group gap="sm">
            <Button type="submit" loading={sending.busy} data-submit={operation.name}>
              {check ? say(formWords.checkGo) : say(operation.summary)}
            </Button>
            {onCancel !== undefined && (
              <Button variant="default" onClick={checking ? () => setChecking(false) : onCancel}>
                {say(checking ? common.back : common.cancel)}
              </Button>
            )}
            {keptAt !== undefined && (
              <Text size="sm" c="dimmed" aria-live="polite">
                {say(formWords.draftKept)} {formattedInstant(keptAt, language).split(" ").slice(3).join(" ")}
              </Text>
            )}
          </Group>
        </Stack>
      </form>
    </FormContext>
  )
}
