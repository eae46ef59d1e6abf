import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import type { NotificationPage } from "@phakhi/domain/engine/Notification"
import { clockTopic } from "@phakhi/domain/engine/OnTheClock"
import { perform } from "@phakhi/domain/engine/Perform"
import type { Actor } from "@phakhi/domain/kernel/Actor"
import type { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { Mailer } from "@phakhi/outbound/Mail"
import { tellingSenders } from "@phakhi/outbound/Telling"
import { claim } from "@phakhi/store/Outbox"
import { tick } from "@phakhi/store/Tick"
import { attempt } from "@phakhi/store/Worker"
import { Effect, Result } from "effect"
import { SqlClient } from "effect/sql"
import { TestClock } from "effect/testing"
import { clockSender } from "../src/server/Clock.ts"
import { whatIsDue } from "../src/server/Due.ts"
import { newAgency, type Person } from "./People.ts"
import { openWorld, url, type World } from "./World.ts"

const day = 86_400_000
const ago = (days: number): Instant => new Date(Date.now() - days * day).toISOString() as Instant

/** What the clock does by itself, on whichever database: from the tick to what people are told. */
export const lapsing = (name: string, kind: "memory" | "postgres") =>
  describe(`The clock's own acts on ${name}`, () => {
    let world: World
    let one: Person
    let two: Person
    let colleagues: ReadonlyArray<Person>
    let named = 0

    beforeAll(async () => {
      world = await openWorld({}, kind)
      const { administrator, invite } = await newAgency(world)
      one = administrator
      const made: Array<Person> = []
      for (let n = 0; n < 6; n++) made.push(await invite(["finance"], administrator.organisation, ago(1000)))
      colleagues = made
      two = await invite(["agency-administrator"])
    })
    afterAll(() => world.close())

    const someone = (): Person => colleagues[named++] ?? assert.fail("no more colleagues")

    const actorOf = ({ account, organisation, roles }: Person) =>
      ({ kind: "person", account, organisation, roles }) as unknown as Actor

    const act = (by: Person, operation: string, of: Person, at?: Instant, input = {}) =>
      perform(catalogue, {
        operation,
        id: of.account,
        input,
        actor: actorOf(by),
        seen: "latest",
        along: Effect.void,
        ...(at === undefined ? {} : { at })
      })

    const rested = async (days: number) => {
      const person = someone()
      await world.run(act(one, "accounts.issue-link", person, ago(days)))
      return person
    }

    const history = (of: Person) =>
      world.run(
        Effect.map(
          EventStore.use((store) => store.history("account", of.account, { limit: 20 })),
          ({ data }) => data.map(({ actor, type }) => `${type} ${actor.kind === "system" ? actor.rule : actor.kind}`)
        )
      )

    const withMail = Effect.provideService(Mailer, Mailer.of({ configured: false, send: () => Effect.void }))
    /** A slot of a second, so that each run of a test finds a new one. */
    const ticked = Effect.flatMap(SqlClient.SqlClient, (sql) =>
      Effect.andThen(sql`DELETE FROM tick`, tick(1, whatIsDue))
    ).pipe(withMail)
    const senders = { ...tellingSenders(url), [clockTopic]: clockSender(catalogue) }
    const deliver = Effect.gen(function* () {
      while (true) {
        const messages = yield* claim({ limit: 50, leaseSeconds: 30 })
        if (messages.length === 0) return
        yield* Effect.forEach(messages, (message) => attempt(message, { senders }))
      }
    }).pipe(withMail)
    const run = () => world.run(Effect.andThen(ticked, deliver) as never)

    const toldOfAccounts = async (person: Person) => {
      const page = (await (await person.send("GET", "/v1/notifications")).json()) as NotificationPage
      return page.data.filter(({ kind }) => kind === "account")
    }

    it("SEC-10 let a proposal lapse as the system, by the rule, and tell its person and who proposed it", async () => {
      const person = await rested(40)
      const young = await rested(5)
      const before = (await toldOfAccounts(one)).length
      await run()
      assert.strictEqual((await history(person))[0], "ProposalLapsed SEC-10")
      assert.notInclude((await history(young)).join(), "ProposalLapsed")
      assert.strictEqual((await toldOfAccounts(one)).length, before + 1)
      const [told] = await toldOfAccounts(one)
      assert.deepInclude(told, { record: "account", recordId: person.account })
      assert.include(told?.words.en, "What you proposed for an account (roles back after a link) has lapsed")
      const own = await world.run(
        Effect.flatMap(SqlClient.SqlClient, (sql) =>
          sql.unsafe<{ readonly n: number }>(
            `SELECT count(*)::int AS n FROM notification WHERE account = $1::uuid AND kind = 'account'
               AND words_en LIKE '%has lapsed%'`,
            [person.account]
          )
        )
      )
      assert.strictEqual(own[0]?.n, 1)
      const refused = await world.run(Effect.flip(act(two, "accounts.confirm-proposal", person)))
      assert.strictEqual(refused._tag, "NoProposal")
    })

    it("SEC-10 are done once by two that tick and send at once, after a year of standing still too", async () => {
      const person = await rested(400)
      await world.run(
        Effect.andThen(
          Effect.all([ticked, ticked], { concurrency: 2 }),
          Effect.all([deliver, deliver], { concurrency: 2 })
        ) as never
      )
      await run()
      const lapses = (await history(person)).filter((line) => line.startsWith("ProposalLapsed"))
      assert.deepStrictEqual(lapses, ["ProposalLapsed SEC-10"])
    })

    it("SEC-10 and a confirmation that comes at the same time leave one winner, and no role too many", async () => {
      const person = await rested(31 + 1)
      const id = person.account
      const lapse = perform(catalogue, {
        operation: "accounts.lapse-proposal",
        id,
        input: {},
        actor: { kind: "system", rule: "SEC-10" },
        seen: "latest"
      })
      // By its own clock the process that confirms is still in time: the clock of the store decides.
      const slow = Effect.andThen(
        TestClock.setTime(Date.now() - 10 * day),
        act(two, "accounts.confirm-proposal", person)
      ).pipe(Effect.provide(TestClock.layer()))
      const both = await world.run(
        Effect.all([Effect.result(slow), Effect.result(lapse)], { concurrency: 2 }) as never as Effect.Effect<
          ReadonlyArray<Result.Result<unknown, { readonly _tag: string }>>
        >
      )
      const tags = both.map((one) => (Result.isSuccess(one) ? "done" : one.failure._tag))
      assert.deepStrictEqual(tags, ["NoProposal", "done"])
      assert.notInclude((await history(person)).join(), "RolesGiven")
    })

    it("SEC-10 a process whose clock is ahead lets nothing lapse before its time", async () => {
      const person = await rested(20)
      const fast = Effect.andThen(
        TestClock.setTime(Date.now() + 20 * day),
        perform(catalogue, {
          operation: "accounts.lapse-proposal",
          id: person.account,
          input: {},
          actor: { kind: "system", rule: "SEC-10" },
          seen: "latest"
        })
      ).pipe(Effect.provide(TestClock.layer()), Effect.flip)
      const refused = (await world.run(fast as never)) as { readonly _tag: string }
      assert.strictEqual(refused._tag, "ProposalWaits")
      await world.run(act(two, "accounts.confirm-proposal", person))
      assert.strictEqual((await history(person))[0], "RolesGiven person")
    })
  })
