import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import type { NotificationPage } from "@phakhi/domain/engine/Notification"
import { perform } from "@phakhi/domain/engine/Perform"
import { addDays, IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { type Mail, Mailer } from "@phakhi/outbound/Mail"
import { forgetRead } from "@phakhi/store/Inbox"
import { digest, leaveToNextMail, toMail } from "@phakhi/store/NotificationMail"
import { remind } from "@phakhi/store/Reminders"
import { tellOfAccount } from "@phakhi/store/Telling"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { delivering } from "./delivering.ts"
import { newAgency, type Person } from "./People.ts"
import { openWorld, type World } from "./World.ts"

type Listed = NotificationPage

/** What people are told, on whichever database. */
export const notifications = (name: string, kind: "memory" | "postgres") =>
  describe(`Notifications on ${name}`, () => {
    let world: World
    let invite: Awaited<ReturnType<typeof newAgency>>["invite"]
    let officer: Person
    let colleague: Person
    let finance: Person
    const mails: Array<Mail> = []
    const mailer = Mailer.of({
      configured: true,
      send: (_, mail) => Effect.sync(() => void mails.push(mail))
    })

    beforeAll(async () => {
      world = await openWorld({}, kind)
      invite = (await newAgency(world)).invite
      officer = await invite(["programme-officer"])
      colleague = await invite(["programme-officer"])
      finance = await invite(["finance"])
    })
    afterAll(() => world.close())

    const deliver = Effect.provideService(delivering, Mailer, mailer)

    const told = async (person: Person, query = ""): Promise<Listed> => {
      const response = await person.send("GET", `/v1/notifications${query}`)
      assert.strictEqual(response.status, 200)
      return (await response.json()) as Listed
    }

    const register = async (title: string) => {
      const response = await officer.send("POST", "/v1/missions", {
        title: { th: title },
        purpose: "ทดสอบ",
        provinces: [],
        routine: false
      })
      assert.strictEqual(response.status, 201)
      const { id, version } = (await response.json()) as { id: string; version: number }
      return { id, version }
    }

    const begin = async ({ id, version }: { readonly id: string; readonly version: number }) => {
      const response = await officer.send("POST", `/v1/missions/${id}/begin-review`, {}, { "if-match": `"${version}"` })
      assert.strictEqual(response.status, 200)
      const view = (await response.json()) as { data: { blueprintDue: string } }
      return IsoDate.make(view.data.blueprintDue)
    }

    it("tell everyone for whom a task waits, once, with the words and the way to it, and nobody else", async () => {
      const mission = await register("บ้านพัก")
      await world.run(deliver)
      for (const person of [officer, colleague]) {
        const { data, unread } = await told(person)
        assert.strictEqual(unread, 1)
        assert.deepInclude(data[0], {
          kind: "waiting",
          record: "mission",
          recordId: mission.id,
          operation: "missions.begin-review",
          about: { th: "บ้านพัก" }
        })
      }
      assert.strictEqual((await told(finance)).data.length, 0)
    })

    it("are read, and unread again, by their owner alone", async () => {
      const [first] = (await told(officer)).data
      const others = await finance.send("POST", "/v1/notifications/read", { ids: [first?.id] })
      assert.deepStrictEqual(await others.json(), { changed: 0, unread: 0 })
      const read = await officer.send("POST", "/v1/notifications/read", { ids: [first?.id] })
      assert.deepStrictEqual(await read.json(), { changed: 1, unread: 0 })
      assert.strictEqual((await told(officer, "?unread=true")).data.length, 0)
      const undone = await officer.send("POST", "/v1/notifications/read", { ids: [first?.id], read: false })
      assert.deepStrictEqual(await undone.json(), { changed: 1, unread: 1 })
    })

    it("of a task that is done before they are sent are sent to nobody", async () => {
      const before = (await told(colleague)).data.length
      await begin(await register("ศูนย์เด็ก"))
      await world.run(deliver)
      const operations = (await told(colleague)).data.slice(0, -before).map(({ operation }) => operation)
      assert.deepStrictEqual(operations, ["missions.answer"])
    })

    it("REV-8 remind of what is due, once for each stage, also after a time of standing still", async () => {
      const due = await begin(await register("พิมพ์เขียว"))
      await world.run(deliver)
      const kinds = async (day: IsoDate) => {
        await officer.send("POST", "/v1/notifications/read", {})
        await world.run(Effect.andThen(remind(day), deliver))
        return (await told(officer, "?unread=true")).data
          .filter(({ about }) => about?.th === "พิมพ์เขียว")
          .map(({ kind }) => kind)
      }
      assert.deepStrictEqual(await kinds(addDays(due, -8)), [])
      assert.deepStrictEqual(await kinds(addDays(due, -7)), ["due-soon"])
      assert.deepStrictEqual(await kinds(addDays(due, -6)), [])
      assert.deepStrictEqual(await kinds(addDays(due, 20)), ["late"])
      assert.deepStrictEqual(await kinds(addDays(due, 20)), [])
      assert.deepStrictEqual(await kinds(addDays(due, 22)), ["late"])
    })

    it("come by mail once a day, what has not been read, and never twice", async () => {
      await register("รายวัน")
      await world.run(deliver)
      assert.strictEqual(mails.length, 0)
      const day = IsoDate.make("2026-11-28")
      await world.run(Effect.andThen(digest(day), deliver))
      const toOfficer = mails.filter(({ to }) => to.address === officer.email)
      assert.strictEqual(toOfficer.length, 1)
      assert.include(toOfficer[0]?.text, "รายวัน")
      assert.match(
        toOfficer[0]?.text ?? "",
        /http:\/\/localhost:4000\/missions\/[0-9a-f-]{36}\?act=missions\.begin-review/u
      )
      await world.run(Effect.andThen(digest(day), deliver))
      await world.run(Effect.andThen(digest(addDays(day, 1)), deliver))
      assert.strictEqual(mails.filter(({ to }) => to.address === officer.email).length, 1)
    })

    it("come by mail each time, or not at all, as their owner chooses", async () => {
      const set = (person: Person, mail: string, muted: ReadonlyArray<string> = []) =>
        person.send("POST", "/v1/notifications/settings", { mail, muted })
      assert.deepStrictEqual(await (await set(officer, "each")).json(), {
        mail: "each",
        muted: [],
        mailConfigured: false
      })
      await set(colleague, "off", ["waiting"])
      const seen = (await told(colleague)).data.length
      mails.length = 0
      await register("ทุกครั้ง")
      await world.run(deliver)
      assert.deepStrictEqual(
        mails.map(({ to }) => to.address),
        [officer.email]
      )
      assert.include(mails[0]?.subject, "ภาคี: เริ่มทบทวนภารกิจ")
      assert.strictEqual((await told(colleague)).data.length, seen)
      const refused = await set(officer, "hourly")
      assert.strictEqual(refused.status, 400)
    })

    /** So many that a mail has no room for all. */
    const many = async (person: Person, count: number) =>
      world.run(
        Effect.flatMap(
          SqlClient.SqlClient,
          (sql) =>
            sql`INSERT INTO notification (account, source, kind, at, words_th, words_en)
            SELECT ${person.account}::uuid, gen_random_uuid(), 'account', now() + make_interval(secs => n), 'เรื่องที่ ' || n, 'Matter ' || n || '.'
            FROM generate_series(1, ${count}::int) AS n`
        )
      )
    const mattersIn = ({ text }: Mail) => [...text.matchAll(/^- Matter (\d+)\.$/gmu)].map(([, n]) => Number(n))

    it("come by mail fifty at a time, which says how many more wait and where, and the next mail goes on", async () => {
      const person = await invite(["finance"])
      const day = IsoDate.make("2026-12-01")
      await world.run(deliver)
      await many(person, 120)
      mails.length = 0
      for (const later of [0, 1, 2, 3]) await world.run(Effect.andThen(digest(addDays(day, later)), deliver))
      const own = mails.filter(({ to }) => to.address === person.email)
      assert.deepStrictEqual(
        own.map((mail) => mattersIn(mail).length),
        [50, 50, 20]
      )
      assert.deepStrictEqual(
        own.flatMap(mattersIn),
        Array.from({ length: 120 }, (_, n) => n + 1)
      )
      assert.include(own[0]?.subject, "มี 120 เรื่อง")
      assert.include(own[0]?.text, "70 more are not in this mail. Read them at http://localhost:4000/notifications")
      assert.include(own[0]?.text, "ยังมีอีก 70 เรื่องที่ไม่อยู่ในอีเมลฉบับนี้")
      assert.notInclude(own[2]?.text, "not in this mail")
    })

    it("come in one mail only when two are sent at once, and a repetition after a kill says the same again", async () => {
      const person = await invite(["finance"])
      await world.run(deliver)
      await many(person, 3)
      const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
      const asked = (message: string) => toMail(message, { account: person.account })
      const both = await world.run(Effect.all([asked(first), asked(second)], { concurrency: 2 }))
      assert.deepStrictEqual(both.map((found) => found?.told.length ?? 0).toSorted(), [0, 3])
      const winner = both[0] === undefined ? second : first
      await many(person, 2)
      const again = await world.run(asked(winner))
      assert.deepStrictEqual([again?.told.length, again?.more], [3, 2])
      await world.run(leaveToNextMail(winner))
      const third = crypto.randomUUID()
      assert.strictEqual((await world.run(asked(third)))?.told.length, 5)
      // What is read before a further try is not mailed; unread again, it comes with another mail.
      await person.send("POST", "/v1/notifications/read", {})
      assert.isUndefined(await world.run(asked(third)))
      await person.send("POST", "/v1/notifications/read", { read: false })
      assert.strictEqual((await world.run(asked(crypto.randomUUID())))?.told.length, 5)
    })

    it("come by mail each time also where they were read before the mail went out, and by the day where they were not", async () => {
      const [each, daily] = [await invite(["finance"]), await invite(["finance"])]
      await each.send("POST", "/v1/notifications/settings", { mail: "each", muted: [] })
      await world.run(deliver)
      mails.length = 0
      const about = (person: Person) =>
        tellOfAccount(crypto.randomUUID(), {
          account: person.account,
          about: person.account,
          words: { th: "เรื่องที่ 1", en: "Matter 1." }
        })
      for (const person of [each, daily]) {
        await world.run(about(person))
        await person.send("POST", "/v1/notifications/read", {})
      }
      await world.run(Effect.andThen(digest(IsoDate.make("2027-01-10")), deliver))
      const own = mails.filter(({ to }) => [each.email, daily.email].includes(to.address))
      assert.deepStrictEqual(
        own.map((mail) => [mail.to.address, mattersIn(mail)]),
        [[each.email, [1]]]
      )
    })

    it("ACT-1 tell administrators of what nobody can do since the last who could was locked, and whoever gets the role", async () => {
      const { administrator, invite: inviteThere } = await newAgency(world)
      const last = await inviteThere(["programme-officer"])
      const response = await last.send("POST", "/v1/missions", {
        title: { th: "งานค้าง" },
        purpose: "ทดสอบ",
        provinces: [],
        routine: false
      })
      assert.strictEqual(response.status, 201)
      await world.run(deliver)
      const words = async (person: Person) =>
        (await told(person)).data.filter(({ about }) => about?.th === "งานค้าง").map(({ words }) => words.en)
      const waits = await words(last)
      assert.lengthOf(waits, 1)
      assert.deepStrictEqual(await words(administrator), [])
      const { account, organisation, roles } = administrator
      const actor = { kind: "person", account, organisation, roles } as never
      await world.run(
        perform(catalogue, {
          operation: "accounts.lock",
          id: last.account,
          input: { reason: "ลา" },
          actor,
          seen: "latest"
        })
      )
      await world.run(deliver)
      assert.deepStrictEqual(await words(administrator), [`${waits[0]} (nobody in the organisation can do it yet)`])
      const next = await inviteThere(["programme-officer"])
      await world.run(deliver)
      assert.deepStrictEqual(await words(next), waits)
      assert.lengthOf(await words(administrator), 1)
    })

    it("are forgotten two years after they were read; what is unread stays", async () => {
      const person = await invite(["auditor"])
      await world.run(deliver)
      await many(person, 3)
      await world.run(
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          const own = sql`account = ${person.account}::uuid`
          yield* sql`UPDATE notification SET at = now() - interval '9 years' WHERE ${own}`
          yield* sql`UPDATE notification SET read_at = now() - interval '2 years 1 day' WHERE ${own} AND words_en = 'Matter 1.'`
          yield* sql`UPDATE notification SET read_at = now() - interval '1 year 360 days' WHERE ${own} AND words_en = 'Matter 2.'`
          yield* forgetRead
        })
      )
      const { data } = await told(person)
      assert.deepStrictEqual(data.map(({ words }) => words.en).toSorted(), ["Matter 2.", "Matter 3."])
    })

    it("SEC-1 are for people who are known", async () => {
      const response = await world.app.request("/v1/notifications")
      assert.strictEqual(response.status, 401)
    })
  })
