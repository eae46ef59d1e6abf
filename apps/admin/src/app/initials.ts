/** Thai writes these vowels before the consonant that one says first. */
const before = /^[เ-ไ]+/

/** One or two letters that stand for a name. */
export const initialsOf = (name: string): string =>
  name
    .split(/[^\p{L}\p{M}]+/u)
    .slice(0, 2)
    .map((part) => [...part.replace(before, "")][0] ?? "")
    .join("")
    .toUpperCase()
