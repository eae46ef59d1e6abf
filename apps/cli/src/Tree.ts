import { Command } from "effect/cli"
import * as Access from "./Access.ts"
import * as Accounts from "./Accounts.ts"
import * as Keys from "./Keys.ts"
import * as Maintenance from "./Maintenance.ts"
import * as Notifications from "./Notifications.ts"
import { nouns } from "./Operations.ts"
import * as Run from "./Run.ts"
import { conduct, globalFlags, type Invocation } from "./Session.ts"
import * as Webhooks from "./Webhooks.ts"

const descriptions: { readonly [noun: string]: string } = {
  keys: Keys.description,
  sessions: Access.description,
  "sign-ins": Access.signInsDescription,
  notifications: Notifications.description,
  webhooks: Webhooks.description,
  messages: Webhooks.messagesDescription
}

/** Of a noun that the line does not name, its name and description are enough: what it does is much to put together. */
const isNamed = ({ args }: Invocation, noun: string): boolean =>
  args.some((arg) => arg === noun || arg.startsWith("--completions"))

/** Every command: the operations by noun and verb, and what is needed beside them. */
export const tree = (invocation: Invocation) => {
  const conducted = conduct(invocation)
  const more = new Map<string, ReadonlyArray<Command.Command.Any>>([
    ["accounts", Accounts.commands(conducted)],
    ["keys", Keys.commands(conducted)],
    ["sessions", Access.commands(conducted)],
    ["sign-ins", Access.signInCommands(conducted)],
    ["notifications", Notifications.commands(conducted)],
    ["webhooks", Webhooks.commands(conducted)],
    ["messages", Webhooks.messages(conducted)]
  ])
  const own = nouns(conducted, invocation.catalogue)
  const groups = [
    ...own.map(({ commands, description, noun }) => ({
      noun,
      description: [description, ...(more.get(noun) ?? []).map(({ name }) => name)].join(", "),
      commands: [...(isNamed(invocation, noun) ? commands() : []), ...(more.get(noun) ?? [])]
    })),
    ...[...more]
      .filter(([noun]) => !own.some((group) => group.noun === noun))
      .map(([noun, commands]) => ({ noun, description: descriptions[noun] ?? noun, commands }))
  ]
  return Command.make("phakhi").pipe(
    Command.withDescription("Public-service partnerships by the handbook · ภาคีบริการสาธารณะตามคู่มือ"),
    Command.withExamples([
      { command: "phakhi missions list --status Reviewed --json", description: "Missions that have a verdict" },
      { command: "phakhi missions register --help", description: "What a command takes" },
      { command: "phakhi rules show PBC-7", description: "One rule of the handbook" }
    ]),
    Command.withSubcommands([
      ...groups.map(({ commands, description, noun }) =>
        Command.make(noun).pipe(
          Command.withDescription(description),
          Command.withSubcommands(commands as ReadonlyArray<Command.Command<string, unknown, object, never, never>>)
        )
      ),
      Run.command(conducted),
      ...Maintenance.commands(conducted)
    ]),
    Command.withGlobalFlags(globalFlags)
  )
}
