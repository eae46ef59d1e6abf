import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, it } from "vitest"

const script = fileURLToPath(new URL("../../../.ci/count.mjs", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "phakhi-count-"))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (statuses: ReadonlyArray<string>, status = "passed") => ({
  name: "some.test.ts",
  message: "",
  status,
  assertionResults: statuses.map((each) => ({ status: each, fullName: each }))
})

const count = (
  failedScripts: number,
  ...reports: ReadonlyArray<ReadonlyArray<ReturnType<typeof file>> | "missing">
) => {
  const paths = reports.map((testResults, index) => {
    const path = join(folder, `${index}.json`)
    if (testResults === "missing") return join(folder, "missing.json")
    writeFileSync(path, JSON.stringify({ testResults }))
    return path
  })
  const { status, stdout } = spawnSync(process.execPath, [script, String(failedScripts), ...paths], {
    encoding: "utf8"
  })
  return [stdout.trimEnd().split("\n").at(-1), status]
}

describe("the count of a whole run", () => {
  it("adds up the reports", () => {
    expect(count(0, [file(["passed", "passed"])], [file(["passed"])])).toEqual(["3 passed, 0 failed", 0])
  })

  it.each([
    ["a test failed", 1, [file(["passed", "failed"], "failed")], "1 passed, 1 failed"],
    ["a test was skipped", 0, [file(["passed", "skipped"])], "1 passed, 1 failed"],
    ["a test is yet to be written", 0, [file(["passed", "todo"])], "1 passed, 1 failed"],
    ["a file did not load", 1, [file(["passed"]), file([], "failed")], "1 passed, 1 failed"],
    ["a hook failed", 1, [file(["passed"], "failed")], "1 passed, 1 failed"],
    ["a script failed although its tests passed", 1, [file(["passed"])], "1 passed, 1 failed"],
    ["a report is missing", 1, "missing", "0 passed, 1 failed"],
    ["nothing ran", 0, [], "0 passed, 0 failed"]
  ] as const)("is a failure when %s", (_, failedScripts, report, line) => {
    expect(count(failedScripts, report)).toEqual([line, 1])
  })
})
