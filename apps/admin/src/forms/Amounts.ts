import { arabicDigits } from "@phakhi/domain/kernel/ThaiDate"

/** Figures as typed, without what people put between and around them. */
export const plainNumber = (typed: unknown): string =>
  arabicDigits(String(typed ?? ""))
    .replaceAll(/[,\s]|บาท|฿/gu, "")
    .replace(/^(-?)0+(?=\d)/u, "$1")

/** An amount in groups of three, so that it can be read; anything else stays as it was typed. */
export const grouped = (typed: string): string => {
  const plain = plainNumber(typed)
  const [, whole, decimals] = /^(\d+)(\.\d*)?$/u.exec(plain) ?? []
  return whole === undefined ? typed : whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",") + (decimals ?? "")
}
