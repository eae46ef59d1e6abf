// Usage: node count.mjs <scripts that failed> <report>…   Runs on the Node of the host, so that a failed install counts too.
import { existsSync, readFileSync } from "node:fs"

const [failedScripts, ...paths] = process.argv.slice(2)
let passed = 0
const failed = []

for (const path of paths) {
  if (!existsSync(path)) {
    failed.push(`${path} was not written: the script ended before its tests did`)
    continue
  }
  for (const file of JSON.parse(readFileSync(path, "utf8")).testResults) {
    const unsuccessful = file.assertionResults.filter(({ status }) => status !== "passed")
    passed += file.assertionResults.length - unsuccessful.length
    for (const test of unsuccessful) failed.push(`${test.status}: ${file.name} > ${test.fullName}`)
    if (file.assertionResults.length === 0 || (file.status !== "passed" && unsuccessful.length === 0)) {
      failed.push(`did not run to its end: ${file.name} ${file.message}`)
    }
  }
}
// Types, lint, boundaries, build, a set-up or an unhandled error fail a script without failing a test.
if (Number(failedScripts) > 0 && failed.length === 0) failed.push(`${failedScripts} scripts failed outside their tests`)

for (const line of failed) console.log(line)
console.log(`${passed} passed, ${failed.length} failed`)
process.exitCode = passed > 0 && failed.length === 0 ? 0 : 1
