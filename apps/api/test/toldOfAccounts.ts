import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { byOperator } from "@phakhi/domain/engine/Context"
import { perform } from "@phakhi/domain/engine/Perform"
import type { Actor } from "@phakhi/domain/kernel/Actor"
import { bangkokDay } from "@phakhi/domain/kernel/ThaiDate"
import { Identity } from "@phakhi/identity/Identity"
import { type Mail, Mailer } from "@phakhi/outbound/Mail"
import { digest } from "@phakhi/store/NotificationMail"
import { Retry } from "@phakhi/store/Outbox"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { delivering } from "./delivering.ts"
import { newAgency, type Person } from "./People.ts"
import { openWorld, type World } from "./World.ts"

interface Row {
  readonly words_th: string
  readonly words_en: string
  readonly record_id: string
}

/** What the person of an account is told of what others do to it: in the inbox, and by mail. */
export const toldOfAccounts = (name: string, kind: "memory" | "postgres") =>
  describe(`What is told of accounts on ${name}`, () => {
    let world: World
    let one: Person
    let two: Person
    let three: Person
    let someone: () => Promise<Person>
    const mailed: Array<Mail> = []

    beforeAll(async () => {
      world = await openWorld({}, kind)
      const { administrator, invite, organisation } = await newAgency(world)
      one = administrator
      const further = async (): Promise<Person> => {
        const input = { organisation, name: "ผู้ดูแลอีกคน", email: `${crypto.randomUUID()}@example.go.th` }
        const roles = ["agency-administrator"]
        const actor = byOperator("ตั้งค่า")
        const { id } = await world.run(
          perform(catalogue, { operation: "accounts.invite", input: { ...input, roles }, actor })
        )
        return { ...administrator, account: id, email: input.email, roles }
      }
      const colleagues = await Promise.all(Array.from({ length: 8 }, () => invite(["finance"])))
      two = await further()
      three = await further()
      someone = async () => colleagues.pop() ?? assert.fail("no more colleagues")
    })
    afterAll(() => world.close())

    const actorOf = ({ account, organisation, roles }: Person) =>
      ({ kind: "person", account, organisation, roles }) as unknown as Actor

    const act = (by: Person | Actor, operation: string, { account }: Person, input = {}) =>
      world.run(
        perform(catalogue, {
          operation,
          id: account,
          input,
          actor: "kind" in by ? by : actorOf(by),
          seen: "latest"
        })
      )
    const link = (by: Person, { account }: Person) =>
      world.run(Identity.use((identity) => identity.makeInvitation(actorOf(by), account)))

    let answers = true
    const mailer = Mailer.of({
      configured: true,
      send: (_, mail) =>
        Effect.suspend(() =>
          answers ? Effect.sync(() => void mailed.push(mail)) : Effect.fail(new Retry({ reason: "SMTP ETIMEDOUT" }))
        )
    })
    const deliver = Effect.provideService(delivering, Mailer, mailer)

    /** What has been told since it was last asked, of one's own account or of another. */
    const told = async (person: Person, about = person) => {
      await world.run(deliver as never)
      const rows = await world.run(
        Effect.flatMap(SqlClient.SqlClient, (sql) =>
          sql.unsafe<Row>(
            `WITH read AS (UPDATE notification SET read_at = now() WHERE account = $1::uuid AND kind = 'account'
               AND read_at IS NULL RETURNING *) SELECT * FROM read ORDER BY at, id`,
            [person.account]
          )
        )
      )
      for (const { record_id } of rows) assert.strictEqual(record_id, about.account)
      return rows.map(({ words_en, words_th }) => [words_th, words_en] as const)
    }

    const lines = [
      ["accounts.set-position", { position: "นักวิชาการ" }, /^มีการเปลี่ยนตำแหน่ง/, /^Your position was changed/],
      [
        "accounts.give-roles",
        { roles: ["finance", "executive"] },
        /^มีข้อเสนอ.*ผู้บริหาร/,
        /be: finance officer, executive/
      ],
      ["accounts.decline-proposal", { reason: "ไม่ใช่" }, /\(กำหนดบทบาท\) ไม่ได้รับความเห็นชอบ/, /\(roles\) was declined/],
      ["accounts.give-roles", { roles: [] }, /^บทบาทในบัญชีของท่านขณะนี้: ไม่มี/, /^Your roles are now: none/],
      ["accounts.lock", { reason: "ลา" }, /ถูกระงับชั่วคราว/, /^Your account was locked/],
      ["accounts.unlock", {}, /ปลดระงับแล้ว/, /^Your account was unlocked/],
      ["accounts.end", { reason: "ลาออก" }, /^บัญชีของท่านยุติแล้ว/, /^Your account was ended/]
    ] as const

    it("SEC-9 tells its person of each act of another one, in both languages, and nobody else", async () => {
      const person = await someone()
      await told(one)
      for (const [operation, input, th, en] of lines) {
        await act(one, operation, person, input)
        const found = await told(person)
        assert.lengthOf(found, 1, operation)
        assert.match(found[0]?.[0] ?? "", th)
        assert.match(found[0]?.[1] ?? "", en)
      }
      assert.deepStrictEqual(await told(one), [])
    })

    it("SEC-9 alarms nobody by the first link: it ends nothing that they have", async () => {
      const person = await someone()
      await link(one, person)
      const [[th, en] = []] = await told(person)
      assert.include(th, "เป็นครั้งแรก")
      assert.include(en, "for the first time")
      for (const words of [th, en]) assert.notMatch(words ?? "", /API|รหัสผ่าน|password/)
    })

    it("SEC-9 tells of a link and of the roles that rest in one message, and of what was confirmed", async () => {
      const person = await someone()
      await link(one, person)
      await act(two, "accounts.confirm-proposal", person)
      await told(person)
      await told(one, person)
      await link(one, person)
      const [[th, en] = []] = await told(person)
      for (const part of ["บทบาทของท่านพักไว้", "มีการออกลิงก์เข้าใช้บัญชีของท่าน"]) assert.include(th, part)
      for (const part of ["Your roles rest", "A link into your account was issued"]) assert.include(en, part)
      await act(two, "accounts.confirm-proposal", person)
      assert.deepStrictEqual(await told(person), [
        ["บทบาทในบัญชีของท่านขณะนี้: เจ้าหน้าที่การเงิน", "Your roles are now: finance officer."]
      ])
      assert.deepStrictEqual(
        (await told(one, person)).map((words) => words[1]),
        ["What you proposed for an account (roles back after a link) was confirmed."]
      )
    })

    it("SEC-9 tells whoever proposed it what another administrator made of it", async () => {
      const person = await someone()
      for (const [operation, input, en] of [
        ["accounts.decline-proposal", { reason: "ไม่ใช่" }, "What you proposed for an account (roles) was declined."],
        ["accounts.confirm-proposal", {}, "What you proposed for an account (roles) was confirmed."]
      ] as const) {
        await act(one, "accounts.give-roles", person, { roles: ["finance", "executive"] })
        assert.deepStrictEqual(await told(one, person), [])
        await act(two, operation, person, input)
        assert.deepStrictEqual(
          (await told(one, person)).map((words) => words[1]),
          [en]
        )
        assert.deepStrictEqual(await told(two, person), [])
      }
    })

    it("SEC-9 tells nobody of their own act, and who runs the machine is told of as anybody", async () => {
      await act(one, "accounts.end", two, { reason: "ลาออก" })
      assert.match((await told(two))[0]?.[1] ?? "", /^It is proposed to end your account/)
      await act(two, "accounts.decline-proposal", two, { reason: "ยังอยู่" })
      assert.deepStrictEqual(await told(two), [])
      await act(byOperator("ลืมรหัสผ่าน"), "accounts.end", three, { reason: "ลาออก" })
      assert.match((await told(three))[0]?.[1] ?? "", /^Your account was ended/)
    })

    it("SEC-9 tells whose API key somebody else has revoked, once, and nobody of their own", async () => {
      const person = await someone()
      const revoked = async (by: Person) => {
        const { id } = await world.run(
          Identity.use((identity) => identity.createKey(person.account, { name: "รายงาน", scopes: ["all"] }))
        )
        for (const _ of ["first", "again"])
          await world.run(Identity.use((identity) => identity.revokeKey(actorOf(by) as never, id)))
        return (await told(person)).map(([, en]) => en)
      }
      assert.deepStrictEqual(await revoked(person), [])
      const [words, ...further] = await revoked(one)
      assert.match(words ?? "", /^An administrator .* revoked one of your API keys/)
      assert.deepStrictEqual(further, [])
    })

    for (const [besides, own] of [
      ["what waits", false],
      ["what waits and what was done to the account", true]
    ] as const)
      it(`SEC-9 mails who was locked since a mail of ${besides} failed their own account alone, and the rest once they are back`, async () => {
        const person = await someone()
        await world.run(deliver as never)
        const sql = (text: string, params: ReadonlyArray<string> = []) =>
          world.run(Effect.flatMap(SqlClient.SqlClient, (client) => client.unsafe(text, params)))
        await sql("UPDATE notification SET read_at = now() WHERE account = $1::uuid", [person.account])
        await sql(
          `INSERT INTO notification (account, source, kind, at, words_th, words_en)
           SELECT $1::uuid, gen_random_uuid(), 'waiting', now(), 'เรื่อง ' || n, 'Matter ' || n || '.'
           FROM generate_series(1, 2) AS n`,
          [person.account]
        )
        if (own) await act(one, "accounts.set-position", person, { position: "นักวิชาการ" })
        await world.run(deliver as never)
        let day = 20
        /** What the mails say that go out on the next day, and with the further tries of those that failed. */
        const nextDay = async () => {
          mailed.length = 0
          day += 1
          await world.run(digest(`2030-0${own ? 1 : 2}-${day}` as never) as never)
          await sql("UPDATE outbox SET due = now() WHERE done_at IS NULL AND failed_at IS NULL")
          await world.run(deliver as never)
          return mailed.filter(({ to }) => to.address === person.email).map(({ text }) => text)
        }
        answers = false
        assert.deepStrictEqual(await nextDay(), [])
        answers = true
        await act(one, "accounts.lock", person, { reason: "ลา" })
        const whileLocked = [...(await nextDay()), ...(await nextDay())]
        assert.lengthOf(whileLocked, own ? 2 : 1)
        for (const text of whileLocked) assert.notInclude(text, "Matter")
        assert.include(whileLocked.join("\n"), "Your account was locked")
        await act(one, "accounts.unlock", person)
        await world.run(deliver as never)
        const [back, ...more] = await nextDay()
        assert.deepStrictEqual(more, [])
        for (const part of ["Matter 1.", "Matter 2.", "Your account was unlocked"]) assert.include(back, part)
      })

    it("SEC-9 mails it to whoever cannot come in any more, at the address that they were invited with", async () => {
      const person = await someone()
      for (const [operation, part] of [
        ["accounts.lock", "Your account was locked"],
        ["accounts.end", "Your account was ended"]
      ] as const) {
        mailed.length = 0
        await act(one, operation, person, { reason: "ลาออก" })
        const day = bangkokDay(
          new Date(Date.now() + (operation === "accounts.end" ? 86_400_000 : 0)).toISOString() as never
        )
        await world.run(Effect.andThen(deliver, Effect.andThen(digest(day), deliver)) as never)
        const own = mailed.filter(({ to }) => to.address === person.email)
        assert.lengthOf(own, 1, operation)
        assert.include(own[0]?.text, part)
        assert.notInclude(own[0]?.text, "ลาออก")
      }
    })
  })
