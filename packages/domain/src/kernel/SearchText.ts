/** นิคหิต and สระอา typed apart around a tone mark, as some keyboards do. */
const splitSaraAm = /\u0e4d([\u0e48-\u0e4b])\u0e32/gu

/** One spelling for what looks the same, on both sides of a search: lower case, one space between words. */
const folded = (text: string): string =>
  text.normalize("NFKC").replaceAll(splitSaraAm, "$1\u0e4d\u0e32").toLowerCase().replaceAll(/\s+/gu, " ").trim()

/** Texts as they are searched. There is a space before the first word too, so that ` ab` finds any word that begins so. */
export const searchText = (texts: ReadonlyArray<string>): string => {
  const text = folded(texts.join(" "))
  return text === "" ? "" : ` ${text}`
}

/** A shorter word has too few letters for the index of a store. */
const shortest = 3

/**
 * What each word of a search looks for. A word of one or two letters is looked for at the beginning of words only, so
 * that a search looks at few records among many.
 */
export const soughtIn = (search: string): ReadonlyArray<string> =>
  folded(search)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => (Array.from(word).length < shortest ? ` ${word}` : word))
