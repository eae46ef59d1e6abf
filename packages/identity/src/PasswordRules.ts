import { isCommon } from "./CommonPasswords.ts"
import { type IdentityRefusal, identityRefusal } from "./Refusals.ts"
import { passwordLength } from "./SignIn.ts"

/** NFC, so that a Thai phrase typed on another keyboard is the same phrase. */
export const normalised = (password: string): string => password.normalize("NFC")

/** Nobody can type again what they do not see, and another program may drop it. */
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

/** Signs in an order that everybody knows: of numbers, of letters, and of the rows of the keyboards. */
const rows = [
  "01234567890",
  "abcdefghijklmnopqrstuvwxyz",
  "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
  "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
  "๐๑๒๓๔๕๖๗๘๙๐",
  "!@#$%^&*()",
  "qwertyuiop[]",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "ๅ/-ภถุึคตจขช",
  "ๆไำพะัีรนยบล",
  "ฟหกดเ้่าสวง",
  "ผปแอิืทมใฝ"
]

const pairs = new Set(
  rows.flatMap((row) => {
    const signs = [...row]
    return signs.slice(1).flatMap((sign, at) => [`${signs[at]}${sign}`, `${sign}${signs[at]}`])
  })
)

/** The same few signs again and again, or no more than three runs of neighbours: `121212121212`, `abcdefg12345`. */
const isPlain = (password: string): boolean => {
  const signs = [...password.toLowerCase()]
  const repeats = [1, 2, 3, 4].some((length) => signs.every((sign, at) => at < length || sign === signs[at - length]))
  const breaks = signs.slice(1).filter((sign, at) => sign !== signs[at] && !pairs.has(`${signs[at]}${sign}`))
  return repeats || breaks.length <= 2
}

/** Shorter parts of an e-mail are in many a phrase by chance. */
const tellingPart = 4
/** So many signs have to stand beside what is of the e-mail. */
const besideEmail = 8

/** The e-mail, or a part of it with a few signs to it. */
const isEmail = (password: string, email: string): boolean => {
  const phrase = password.toLowerCase()
  const parts = email
    .toLowerCase()
    .split("@")
    .filter((part) => part.length >= tellingPart)
  const left = parts.reduce((rest, part) => rest.replaceAll(part, ""), phrase)
  return left !== phrase && [...left].length < besideEmail
}

const because = (password: string, email: string) => {
  if (password.length < passwordLength.minimum || password.length > passwordLength.maximum)
    return identityRefusal("PasswordLength", passwordLength)
  if (invisible.test(password)) return identityRefusal("PasswordInvisible", {})
  if (isPlain(password)) return identityRefusal("PasswordPlain", {})
  if (isEmail(password, email)) return identityRefusal("PasswordIsEmail", {})
  return isCommon(password) ? identityRefusal("PasswordCommon", {}) : undefined
}

/** Why this cannot be the password of whoever has this e-mail. */
export const againstPassword = (password: string, email: string, field: string): IdentityRefusal | undefined => {
  const refused = because(normalised(password), email)
  return refused === undefined ? undefined : { ...refused, field }
}
