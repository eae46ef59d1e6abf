import { createHash } from "node:crypto"
import { bits, hashes } from "./commonPasswords.gen.ts"

/** Letters in another case or another width make no other password to whoever guesses. */
const folded = (password: string): string => password.normalize("NFKC").toLowerCase()

/** The places of an entry among so many bits, by two halves of one digest. */
export const placesOf = (password: string, size: number, count: number): ReadonlyArray<number> => {
  const digest = createHash("sha256").update(folded(password)).digest()
  const first = digest.readUIntBE(0, 6)
  const step = digest.readUIntBE(6, 6)
  return Array.from({ length: count }, (_, n) => (first + n * (step % size)) % size)
}

const filter = Buffer.from(bits, "base64")

/** One of the most common passwords; of a million others one is taken for such. */
export const isCommon = (password: string): boolean =>
  placesOf(password, filter.length * 8, hashes).every((place) => ((filter[place >> 3] ?? 0) & (1 << (place & 7))) !== 0)
