/** What counts first, in ascending order. Latin letters stand for both cases, digits for Arabic and Thai ones. */
const letters =
  "`^+<=>|~$฿0123456789กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ\u0e4dะ\u0e31า\u0e34\u0e35\u0e36\u0e37" +
  "\u0e38\u0e39เแโใไ\u0e3aabcdefghijklmnopqrstuvwxyz"
/** What counts where the letters are the same, in ascending order: Latin accents, then Thai signs and tone marks. */
const marks =
  "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0327\u0328\u0304" +
  "\u0e4e\u0e4c\u0e47\u0e48\u0e49\u0e4a\u0e4b"

const ranks = (characters: string, width: number): ReadonlyMap<string, string> =>
  new Map(Array.from(characters, (character, index) => [character, (index + 36 ** (width - 1) + 1).toString(36)]))
const letterRanks = ranks(letters, 2)
const markRanks = ranks(marks, 1)

const noMark = "1"
const otherMark = "z"
const firstForm = "1"
const longest = 300

/** ฯ and ๆ are passed over as punctuation is. */
const isPunctuation = (character: string): boolean => /[\p{P}\p{Z}\t-\r\u0085ฯๆ]/u.test(character)
const isMark = (character: string): boolean => /\p{M}/u.test(character)
const isInvisible = (character: string): boolean => /[\p{Cc}\p{Cf}]/u.test(character)
const isLeadingVowel = (character: string): boolean => character >= "เ" && character <= "ไ"
const isConsonant = (character: string | undefined): boolean =>
  character !== undefined && character >= "ก" && character <= "ฮ"

/** Letters outside the tables follow all others in the order of their code points. */
const foreignRank = (character: string): string => `zz${(character.codePointAt(0) ?? 0).toString(36).padStart(4, "0")}`

const aa = letterRanks.get("า") ?? ""
const nikhahit = letterRanks.get("\u0e4d") ?? ""

interface Letter {
  readonly rank: string
  /** Third level: 1, or more for the later of two forms of one letter. */
  readonly form: "1" | "2" | "3"
}

const letterOf = (character: string): Letter => {
  const folded = character === "ๅ" ? "า" : character >= "A" && character <= "Z" ? character.toLowerCase() : character
  const digit = character >= "๐" && character <= "๙" ? String(character.charCodeAt(0) - 0x0e50) : folded
  return {
    rank: letterRanks.get(digit) ?? foreignRank(digit),
    form: folded === character ? "1" : "2"
  }
}

const trimmed = (weights: string, common: string): string => {
  let end = weights.length
  while (end > 0 && weights[end - 1] === common) end--
  return weights.slice(0, end)
}

/**
 * A key by which Thai and English names sort as a Thai dictionary and `Intl.Collator("th")` sort them, in a database and
 * in any program that compares strings: by consonant before leading vowel (เก้า before ขา), then by tone mark and
 * การันต์, then by case; digits before Thai before Latin; spaces and punctuation passed over.
 *
 * The key consists of digits and lower-case Latin letters, so that every collation orders keys alike. Only the first 300
 * characters take part, which keeps it below 2,500 bytes, small enough to index. Names that differ in nothing but
 * punctuation have the same key: order them further by id.
 *
 * Not covered: letters and symbols other than Thai, ASCII and the common Latin accents come last, by code point; marks
 * beyond these all weigh the same.
 */
export const sortKey = (name: string): string => {
  const characters = Array.from(name.normalize("NFD").slice(0, longest))
  let primary = ""
  let secondary = ""
  let tertiary = ""
  let afterPunctuation = false
  const add = (letter: Letter): void => {
    primary += letter.rank
    secondary += noMark
    tertiary += letter.form
    afterPunctuation = false
  }
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index] ?? ""
    const next = characters[index + 1]
    if (isInvisible(character) && !isPunctuation(character)) continue
    if (isPunctuation(character)) {
      afterPunctuation = true
    } else if (isLeadingVowel(character) && next !== undefined && isConsonant(next)) {
      add(letterOf(next))
      add(letterOf(character))
      index++
    } else if (character === "ำ") {
      add({ rank: aa, form: "1" })
      add({ rank: nikhahit, form: "3" })
    } else if (character === "\u0e4d" && (next === "า" || next === "ๅ")) {
      add(letterOf(next))
      add({ rank: nikhahit, form: "2" })
      index++
    } else if (isMark(character) && !letterRanks.has(character)) {
      if (afterPunctuation) continue
      secondary += markRanks.get(character) ?? otherMark
      tertiary += firstForm
    } else {
      add(letterOf(character))
    }
  }
  return `${primary}00${trimmed(secondary, noMark)}0${trimmed(tertiary, firstForm)}`
}
