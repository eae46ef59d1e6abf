const zero = /[\p{Mn}\p{Me}\p{Cf}]/u
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u

/** How many cells of a terminal a character takes. SARA AM (ำ) takes one of its own; other Thai marks take none. */
const cells = (character: string): number => (zero.test(character) ? 0 : wide.test(character) ? 2 : 1)

export const displayWidth = (text: string): number => {
  let width = 0
  for (const character of text) width += cells(character)
  return width
}

const graphemes = new Intl.Segmenter("th", { granularity: "grapheme" })

/** Cuts a text to so many cells between whole characters, with an ellipsis where something was cut. */
export const shorten = (text: string, width: number): string => {
  if (displayWidth(text) <= width) return text
  let kept = ""
  let used = 1
  for (const { segment } of graphemes.segment(text)) {
    used += displayWidth(segment)
    if (used > width) break
    kept += segment
  }
  return `${kept}…`
}

export const pad = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - displayWidth(text)))
