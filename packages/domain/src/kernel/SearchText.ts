/** Signs that are not seen: zero widths, marks of direction, soft hyphens, joiners. */
const unseen = /[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu

const isTone = (mark: string): boolean => mark >= "\u0e48" && mark <= "\u0e4b"
const isVowel = (mark: string): boolean =>
  mark === "\u0e31" || (mark >= "\u0e34" && mark <= "\u0e3a") || mark === "\u0e47" || mark === "\u0e4d"
const rankOf = (mark: string): number => (isVowel(mark) ? 1 : isTone(mark) ? 2 : 3)

/** Vowel, tone, ทัณฑฆาต: in whatever order the marks of a consonant were typed; one struck twice counts once. */
const inOrder = (marks: string): string => [...new Set(marks)].sort((a, b) => rankOf(a) - rankOf(b)).join("")

/** The marks above and below a consonant, and the สระอา that may be part of a สระอำ typed apart. */
const marksOfOne = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+(?:\u0e32[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*)?/gu

const spelledOnce = (marks: string): string =>
  marks.includes("\u0e4d") && marks.includes("\u0e32")
    ? `${inOrder(marks.replaceAll(/[\u0e4d\u0e32]/gu, ""))}\u0e33`
    : marks.split("\u0e32").map(inOrder).join("\u0e32")

/** Thirteen digits, as of an organisation or a person, with a space or a hyphen between any two of them. */
const thirteenDigits = /(?<!\d)\d(?:[ -]?\d){12}(?!\d)/gu

const foldedOnce = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(unseen, "")
    .replaceAll("\u0e33", "\u0e4d\u0e32")
    .replaceAll(marksOfOne, spelledOnce)
    .replaceAll("\u0e40\u0e40", "\u0e41")
    .replaceAll("\u0e45", "\u0e32")
    .replaceAll(/([\u0e24\u0e26])\u0e32/gu, "$1\u0e45")
    .replaceAll(/[\u0e50-\u0e59]/gu, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015\u2212]/gu, "-")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(thirteenDigits, (digits) => digits.replaceAll(/[ -]/gu, ""))
    .replaceAll(/(?<=\d)-(?=\d)/gu, "")
    .trim()

/**
 * One spelling for what looks the same, on both sides of a search: two เ for แ, a tone before its vowel, signs that are
 * not seen, Thai digits, numbers with hyphens, capitals, spaces. What looks different stays apart: กา and กำ, ขาว and ข้าว.
 */
export const folded = (text: string): string => {
  const once = foldedOnce(text)
  return once === text ? once : folded(once)
}

/** Texts as they are searched. There is a space before the first word too, so that ` ab` finds any word that begins so. */
export const searchText = (texts: ReadonlyArray<string>): string => {
  const text = folded(texts.join(" "))
  return text === "" ? "" : ` ${text}`
}

/** The words of a search, each folded. */
export const wordsOf = (search: string): ReadonlyArray<string> =>
  folded(search)
    .split(" ")
    .filter((word) => word !== "")

/** A shorter word has too few letters for the index of a store. */
const shortest = 3

/**
 * What each word of a search looks for. A word of one or two letters is looked for at the beginning of words only, so
 * that a search looks at few records among many.
 */
export const soughtIn = (search: string): ReadonlyArray<string> =>
  wordsOf(search).map((word) => (Array.from(word).length < shortest ? ` ${word}` : word))
