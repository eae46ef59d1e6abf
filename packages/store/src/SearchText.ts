/** นิคหิต and สระอา typed apart around a tone mark, as some keyboards do. */
const splitSaraAm = /\u0e4d([\u0e48-\u0e4b])\u0e32/gu

/** One spelling for what looks the same, on both sides of a search. */
export const searchable = (text: string): string => text.normalize("NFKC").replaceAll(splitSaraAm, "$1\u0e4d\u0e32")
