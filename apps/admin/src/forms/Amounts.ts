import { readNumber } from "@phakhi/domain/kernel/TypedNumber"
import { Result } from "effect"

/** An amount in groups of three, so that it can be read; anything else stays as it was typed. */
export const grouped = (typed: string): string =>
  Result.match(readNumber(typed), {
    onSuccess: (plain) => {
      const [whole = "", decimals] = plain.split(".")
      if (whole.startsWith("-")) return typed
      return whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",") + (decimals === undefined ? "" : `.${decimals}`)
    },
    onFailure: () => typed
  })
