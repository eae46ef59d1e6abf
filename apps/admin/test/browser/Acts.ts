import { gzipSync } from "node:zlib"
import { openPage, type Page } from "@phakhi/testing"
import { describe, expect, it } from "vitest"
import { become, demoPassword, listOf, settled, viewOf } from "./Server.ts"
import { stage } from "./Stage.ts"

const officer = "officer@dcy.example.org"
const officerOfArea = "officer@area.example.org"

const signedIn = async (email: string, options: Parameters<typeof openPage>[1] = {}): Promise<Page> => {
  const page = await openPage(stage().browser, options)
  await become(page, stage().server.origin, email)
  return page
}
const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(stage().server.origin + path)
  await settled(page)
}

describe.concurrent("signing in", () => {
  it("says what is missing at its field, and does not say which of the two was wrong", async () => {
    const page = await openPage(stage().browser)
    await go(page, "/missions")
    expect(new URL(page.url()).pathname).toBe("/sign-in")
    await page.getByRole("button", { name: "ลงชื่อเข้าใช้" }).click()
    expect(await page.locator("#email").evaluate((element) => element === document.activeElement)).toBe(true)
    await page.fill("#email", officer)
    await page.fill("#password", "not the password")
    await page.getByRole("button", { name: "ลงชื่อเข้าใช้" }).click()
    await page.getByRole("alert").waitFor()
    await page.fill("#password", demoPassword)
    await page.keyboard.press("Enter")
    await page.waitForURL("**/missions")
    await page.context().close()
  })

  it("and the first page take at most 350 KB of JavaScript and 50 KB of CSS, compressed", async () => {
    const page = await openPage(stage().browser)
    const sizes = { js: 0, css: 0 }
    const seen = new Set<string>()
    const reading: Array<Promise<void>> = []
    page.on("response", (response) => {
      const { pathname } = new URL(response.url())
      const kind = pathname.endsWith(".js") ? "js" : pathname.endsWith(".css") ? "css" : undefined
      if (kind === undefined || seen.has(pathname)) return
      seen.add(pathname)
      reading.push(
        response.body().then((body) => {
          sizes[kind] += gzipSync(body, { level: 9 }).byteLength
        })
      )
    })
    await go(page, "/")
    await page.fill("#email", officer)
    await page.fill("#password", demoPassword)
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { level: 1, name: "งานของฉัน" }).waitFor()
    await settled(page)
    await Promise.all(reading)
    console.info(
      `sign-in and dashboard: ${Math.round(sizes.js / 1024)} KB of JavaScript, ${Math.round(sizes.css / 1024)} KB of CSS`
    )
    expect(sizes.js).toBeLessThanOrEqual(350 * 1024)
    expect(sizes.css).toBeLessThanOrEqual(50 * 1024)
    await page.context().close()
  })
})

it.concurrent("a session that has ended leads back to the sign-in, and from there to where one was", async () => {
  const page = await signedIn(officer)
  await go(page, "/organisations")
  await page.context().clearCookies()
  await page.getByRole("link", { name: "แหล่งเงิน" }).click()
  await page.waitForURL(/\/sign-in\?next=/)
  await page.fill("#email", officer)
  await page.fill("#password", demoPassword)
  await page.keyboard.press("Enter")
  await page.waitForURL("**/sources")
  await page.context().close()
})

describe.concurrent("a form", () => {
  it("keeps what was typed through a reload, and leads from the summary to the field", async () => {
    const page = await signedIn(officer)
    await go(page, "/missions/new/missions.register")
    await page.locator("[data-submit]").click()
    const summary = page.getByRole("alert").first()
    await summary.waitFor()
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.title()).toMatch(/^ข้อผิดพลาด: /)
    await summary.getByRole("button", { name: "กรอกวัตถุประสงค์" }).click()
    await page.keyboard.type("ดูแลเด็กเล็กในชุมชน")
    await page.getByText("บันทึกร่างแล้ว").waitFor()
    await page.reload()
    await settled(page)
    expect(await page.getByLabel("วัตถุประสงค์").inputValue()).toBe("ดูแลเด็กเล็กในชุมชน")
    await page.getByLabel("ภาษาไทย").fill("ภารกิจที่ลองสร้าง")
    await page.keyboard.press("Control+Enter")
    await page.getByRole("heading", { level: 1, name: "ภารกิจที่ลองสร้าง" }).waitFor()
    await page.context().close()
  })

  it("SEC-2 keeps what was typed when someone else was quicker, and goes on from the latest version", async () => {
    const page = await signedIn(officer)
    // The one changed longest ago: no other test has made it.
    const mission = (await listOf(page, stage().server.origin, "missions")).findLast(
      ({ status }) => status === "Registered"
    )
    if (mission === undefined) throw new Error("the demonstration has a registered mission")
    await go(page, `/missions/${mission.id}`)
    await page.locator("[data-operation='missions.rate-contestability']").click()
    const form = page.locator("[data-form='missions.rate-contestability']")
    await form.getByText("มีการแข่งขันอยู่แล้ว").click()
    for (const aim of await form.locator("input[inputmode=numeric]").all()) await aim.fill("๔")
    await form.locator("textarea").first().fill("พิมพ์ไว้ก่อน")
    const { data, version } = await viewOf(page, stage().server.origin, "missions", mission.id)
    const other = await page.request.post(`${stage().server.origin}/v1/missions/${mission.id}/describe`, {
      headers: { origin: stage().server.origin, "if-match": `"${version}"` },
      data: data["about"]
    })
    expect(other.ok()).toBe(true)
    await form.locator("[data-submit]").click()
    await page.locator("[data-refusal='VersionStale']").waitFor()
    await page.getByRole("button", { name: /โหลดรุ่นล่าสุด/ }).click()
    await page.getByText("โหลดรุ่นล่าสุดแล้ว").waitFor()
    expect(await form.locator("textarea").first().inputValue()).toBe("พิมพ์ไว้ก่อน")
    await settled(page)
    await form.locator("[data-submit]").click()
    await form.waitFor({ state: "detached" })
    const after = await viewOf(page, stage().server.origin, "missions", mission.id)
    expect(after.data["contestability"]).toMatchObject({ efficiency: 4, note: "พิมพ์ไว้ก่อน" })
    await page.context().close()
  })

  it("SEC-2 in two tabs keeps what each of them wrote, and shows both where they wrote in one field", async () => {
    const page = await signedIn(officer)
    const { origin } = stage().server
    const made = await page.request.post(`${origin}/v1/missions`, {
      headers: { origin },
      data: { title: { th: "ภารกิจในสองแท็บ" }, purpose: "ลองแก้พร้อมกัน", provinces: ["10"], routine: false }
    })
    const mission = (await made.json()) as { readonly id: string }
    await go(page, `/missions/${mission.id}`)
    await page.locator("[data-operation='missions.describe']").click()
    const form = page.locator("[data-form='missions.describe']")
    const purpose = form.getByLabel("วัตถุประสงค์")
    await purpose.fill("ที่พิมพ์ในแท็บนี้")
    const { data, version } = await viewOf(page, origin, "missions", mission.id)
    const about = data["about"] as { readonly title: { readonly th: string } }
    const title = { ...about.title, th: `${about.title.th} (แก้ในอีกแท็บ)` }
    const other = await page.request.post(`${origin}/v1/missions/${mission.id}/describe`, {
      headers: { origin, "if-match": `"${version}"` },
      data: { ...about, title, purpose: "ที่พิมพ์ในอีกแท็บ" }
    })
    expect(other.ok()).toBe(true)
    await form.locator("[data-submit]").click()
    await page.getByRole("button", { name: /โหลดรุ่นล่าสุด/ }).click()
    await form.locator("[data-changed='purpose']").getByText("ที่พิมพ์ในอีกแท็บ").waitFor()
    expect(await form.getByLabel("ภาษาไทย").first().inputValue()).toBe(title.th)
    expect(await purpose.inputValue()).toBe("ที่พิมพ์ในแท็บนี้")
    await form.locator("[data-submit]").click()
    await form.waitFor({ state: "detached" })
    const after = await viewOf(page, origin, "missions", mission.id)
    expect(after.data["about"]).toMatchObject({ title, purpose: "ที่พิมพ์ในแท็บนี้" })
    await page.context().close()
  })

  it("keeps a draft through a page that is left at once", async () => {
    const page = await signedIn("officer@dop.example.org")
    await go(page, "/missions/new/missions.register")
    await page.getByLabel("วัตถุประสงค์").fill("พิมพ์แล้วโหลดหน้าใหม่ทันที")
    await page.reload()
    await page.getByText("นำร่างที่พิมพ์ค้างไว้กลับมาแล้ว").waitFor()
    expect(await page.getByLabel("วัตถุประสงค์").inputValue()).toBe("พิมพ์แล้วโหลดหน้าใหม่ทันที")
    await page.getByRole("button", { name: "เริ่มใหม่โดยไม่ใช้ร่าง" }).click()
    await page.context().close()
  })

  it("a draft is found on another device and after signing out, and is deleted from the first page", async () => {
    const page = await signedIn(officerOfArea)
    const { origin } = stage().server
    const headers = { origin }
    const place = `${origin}/v1/drafts/missions.register/new`
    await page.request.put(place, { headers, data: { draft: { purpose: "พิมพ์ในเครื่องอื่น" }, from: {} } })
    await go(page, "/missions/new/missions.register")
    await page.getByText("นำร่างที่พิมพ์ค้างไว้กลับมาแล้ว").waitFor()
    const purpose = page.getByLabel("วัตถุประสงค์")
    expect(await purpose.inputValue()).toBe("พิมพ์ในเครื่องอื่น")
    await purpose.fill("พิมพ์ต่อแล้วออกจากระบบ")
    await page.getByText("บันทึกร่างแล้ว").waitFor()
    await page.locator("[data-person]").click()
    await page.getByRole("button", { name: "ออกจากระบบ" }).click()
    await page.waitForURL(/sign-in/)
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("draft")))).toEqual([])
    await page.request.post(`${origin}/api/auth/sign-in/email`, {
      headers,
      data: { email: officerOfArea, password: demoPassword }
    })
    await go(page, "/")
    const draft = page.locator("[data-draft='missions.register']")
    await draft.waitFor()
    await draft.getByRole("link").click()
    await page.getByText("นำร่างที่พิมพ์ค้างไว้กลับมาแล้ว").waitFor()
    expect(await page.getByLabel("วัตถุประสงค์").inputValue()).toBe("พิมพ์ต่อแล้วออกจากระบบ")
    await go(page, "/")
    await draft.getByRole("button", { name: /ลบร่าง/ }).click()
    await draft.waitFor({ state: "detached" })
    expect(await (await page.request.get(place)).json()).toEqual({ draft: null })
    await page.context().close()
  })

  it("SEC-1 goes on in place after a session that has ended while one was typing", async () => {
    const page = await signedIn(officer)
    await go(page, "/missions/new/missions.register?targetGroup=ผู้ทดลอง")
    await page.getByLabel("ภาษาไทย").fill("ภารกิจที่ลงชื่อเข้าใช้ระหว่างทาง")
    await page.getByLabel("วัตถุประสงค์").fill("ลองออกจากระบบระหว่างพิมพ์")
    await page.context().clearCookies()
    await page.locator("[data-submit]").click()
    const again = page.locator("[data-sign-in-again]")
    await again.locator("input:focus").waitFor()
    await again.getByLabel("รหัสผ่าน", { exact: true }).fill("not the password")
    await page.keyboard.press("Enter")
    await again.getByText(/ไม่ถูกต้อง/).waitFor()
    await again.getByLabel("รหัสผ่าน", { exact: true }).fill(demoPassword)
    await again.getByRole("button", { name: "ลงชื่อเข้าใช้แล้วทำต่อ" }).click()
    await page.getByRole("heading", { level: 1, name: "ภารกิจที่ลงชื่อเข้าใช้ระหว่างทาง" }).waitFor()
    await page.context().close()
  })

  it("says so when the line is cut, keeps the text, and carries the act out once when it is back", async () => {
    const page = await signedIn(officer)
    await go(page, "/missions/new/missions.register?targetGroup=ชุมชน")
    await page.getByLabel("ภาษาไทย").fill("ภารกิจที่ส่งตอนสายหลุด")
    await page.getByLabel("วัตถุประสงค์").fill("ลองสายหลุด")
    await page.context().setOffline(true)
    await page.locator("[data-submit]").click()
    await page.getByRole("button", { name: "ลองใหม่" }).waitFor()
    await page.context().setOffline(false)
    await page.getByRole("button", { name: "ลองใหม่" }).click()
    await page.getByRole("heading", { level: 1, name: "ภารกิจที่ส่งตอนสายหลุด" }).waitFor()
    const made = (await listOf(page, stage().server.origin, "missions")).filter(
      ({ title }) => title.th === "ภารกิจที่ส่งตอนสายหลุด"
    )
    expect(made).toHaveLength(1)
    await page.context().close()
  })
})

describe.concurrent("a mission", () => {
  it("REV-0 to REV-10 is reviewed along the tree, and opens a partnership whose model is recommended live", async () => {
    const page = await signedIn(officer)
    await go(page, "/missions/new/missions.register")
    await page.getByLabel("ภาษาไทย").fill("ภารกิจเพื่อทบทวน")
    await page.getByLabel("วัตถุประสงค์").fill("ทบทวนตามผัง")
    await page.locator("[data-submit]").click()
    await page.getByRole("heading", { level: 1, name: "ภารกิจเพื่อทบทวน" }).waitFor()
    await page.locator("[data-operation='missions.begin-review']").click()
    await page.locator("[data-submit='missions.begin-review']").click()
    await page.getByRole("heading", { name: "ตรวจคำตอบก่อนส่ง" }).waitFor()
    await page.locator("[data-submit='missions.begin-review']").click()
    for (const [question, answer] of [
      ["REV-1", "ใช่ / ได้"],
      ["REV-2", "ไม่ใช่ / ไม่ได้"],
      ["REV-3", "ไม่ใช่ / ไม่ได้"]
    ]) {
      const asked = page.locator(`[data-question='${question}'][data-state='current']`)
      await asked.getByRole("button", { name: answer ?? "", exact: true }).click()
      await page.locator(`[data-question='${question}'][data-state='taken']`).waitFor()
    }
    await page.locator("[data-verdict='study-conversion'][data-reached='true']").waitFor()
    await page.locator("[data-operation='missions.conclude-review']").click()
    await page.locator("[data-submit='missions.conclude-review']").click()
    await page.locator("[data-operation='missions.choose-way']").click()
    await page.getByLabel("ความร่วมมือกับภาคส่วนอื่น").check()
    await page.getByLabel("เหตุผล").last().fill("ภาคีพร้อม")
    await page.locator("[data-submit='missions.choose-way']").click()
    await page.getByRole("heading", { name: "ตรวจคำตอบก่อนส่ง" }).waitFor()
    await page.locator("[data-submit='missions.choose-way']").click()
    await page.getByRole("link", { name: "เริ่มความร่วมมือจากภารกิจนี้" }).click()
    await page.getByLabel("ภาษาไทย").fill("ความร่วมมือจากการทบทวน")
    await page.locator("[data-submit]").click()
    await page.getByRole("heading", { level: 1, name: "ความร่วมมือจากการทบทวน" }).waitFor()
    await page.locator("[data-operation='models.choose']").first().click()
    const form = page.locator("[data-form='models.choose']")
    for (const answer of [
      /^บริการแก่กลุ่มเป้าหมาย/,
      /^บริการต่อเนื่อง/,
      /^ผู้มอบภารกิจมีงบประมาณ/,
      /^มอบบริการและจ่าย/,
      /^มีผู้รับมอบที่พร้อม/,
      /^เคยร่วมงาน/
    ]) {
      await form.getByRole("radio", { name: answer }).check()
    }
    await form.locator("[data-rank='1'][data-model='contracting']").waitFor()
    await form.getByRole("radio", { name: /^การบริหารหลายภารกิจ/ }).check()
    expect(await form.locator("[data-rank='3']").getAttribute("data-model")).not.toBeNull()
    await form.getByText("คำตอบใดเปลี่ยนแล้วผลจะเปลี่ยน").waitFor()
    await page.context().close()
  })
})

describe.concurrent("a partnership", () => {
  const running = async (page: Page) => {
    const found = (await listOf(page, stage().server.origin, "partnerships")).find(({ title }) =>
      title.th.includes("Inclusive Care")
    )
    if (found === undefined) throw new Error("the demonstration has the childcare pilot")
    return found.id
  }

  it("PBC-7 shows why the next tranche is shut, in the rule's own words", async () => {
    const page = await signedIn(officer)
    await go(page, `/partnerships/${await running(page)}?tab=money`)
    const gate = page.locator("[data-gate='shut']").first()
    expect(await gate.textContent()).toContain("PBC-7")
    await gate.locator("summary").click()
    expect((await gate.locator("details").textContent())?.length ?? 0).toBeGreaterThan(40)
    await page.context().close()
  })

  it("PER-1 counts the score while the evaluator types, and shows where the process stands", async () => {
    const page = await signedIn("evaluator@observers.example.org")
    const id = await running(page)
    await go(page, `/partnerships/${id}?tab=process`)
    await page.locator(".react-flow__node").first().waitFor()
    expect(await page.locator("[data-status='open'], [data-status='half']").count()).toBeGreaterThan(0)
    await go(page, `/partnerships/${id}?tab=evaluation`)
    await page.locator("[data-operation='evaluations.submit']").first().click()
    const form = page.locator("[data-form='evaluations.submit']")
    const values = form.locator("[data-indicator] input")
    await values.first().waitFor()
    expect(await values.count()).toBeGreaterThan(1)
    const totals: Array<string | null> = []
    for (const typed of ["74", "80"]) {
      await values.first().fill(typed)
      totals.push(await form.locator("[data-total]").getAttribute("data-total"))
    }
    expect(totals[0]).toMatch(/^\d\.\d{4}$/)
    expect(totals[1]).not.toBe(totals[0])
    await page.context().close()
  })
})

it.concurrent("COL-8 evidence goes up, is attached, and comes down as it was", async () => {
  const page = await signedIn(officer)
  const [first] = (await listOf(page, stage().server.origin, "partnerships")).filter(
    ({ status }) => status === "Running"
  )
  if (first === undefined) throw new Error("the demonstration has a running partnership")
  const own =
    (await listOf(page, stage().server.origin, "partnerships")).find(({ title }) =>
      title.th.includes("Inclusive Care")
    ) ?? first
  const content = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
  await go(page, `/partnerships/${own.id}?tab=evidence`)
  await page.locator("[data-operation='evidence.attach']").first().click()
  const form = page.locator("[data-form='evidence.attach']")
  await form.locator("input[type=file]").setInputFiles({
    name: "รายงานผล.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(content)
  })
  await form.getByText("ส่งไฟล์แล้ว").waitFor()
  await form.locator("[data-submit]").click()
  const link = page.getByRole("link", { name: "รายงานผล.pdf" })
  await link.waitFor()
  const down = await page.request.get(stage().server.origin + ((await link.getAttribute("href")) ?? ""))
  expect(await down.text()).toBe(content)
  await page.context().close()
})

it.concurrent("SEC-1 an administrator invites a colleague, whose link works once", async () => {
  const page = await signedIn("admin@dcy.example.org")
  await go(page, "/accounts/new/accounts.invite")
  await page.getByRole("combobox", { name: "องค์กร" }).click()
  await page.getByRole("option", { name: "กรมกิจการเด็กและเยาวชน" }).first().click()
  await page.getByLabel("ชื่อ", { exact: true }).fill("ผู้มาใหม่ (สมมติ)")
  await page.getByLabel("ตำแหน่ง").fill("นักพัฒนาสังคม (สมมติ)")
  await page.getByLabel("อีเมล").fill("newcomer@dcy.example.org")
  await page.getByRole("checkbox", { name: "เจ้าหน้าที่โครงการ" }).check()
  await page.locator("[data-submit]").click()
  await page.getByRole("heading", { level: 1, name: "ผู้มาใหม่ (สมมติ)" }).waitFor()
  await page.getByText("นักพัฒนาสังคม (สมมติ)").first().waitFor()
  await page.getByRole("button", { name: "สร้างลิงก์" }).click()
  const link = await page.locator("[data-invitation-link]").inputValue()
  await page.context().close()
  const visitor = await openPage(stage().browser)
  await visitor.goto(link)
  await visitor.getByText("newcomer@dcy.example.org").waitFor()
  await visitor.getByLabel("ตั้งรหัสผ่าน").first().fill("วลียาวที่จำได้ง่าย 2569")
  await visitor.getByLabel("พิมพ์รหัสผ่านอีกครั้ง").fill("วลียาวที่จำได้ง่าย 2569")
  await visitor.getByRole("button", { name: "ตั้งรหัสผ่านและเข้าใช้" }).click()
  await visitor.getByRole("heading", { level: 1, name: "งานของฉัน" }).waitFor()
  await visitor.goto(link)
  await visitor.getByRole("alert").waitFor()
  await visitor.context().close()
})
