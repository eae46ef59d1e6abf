/** Tells the screens that there may be a session, which they cannot see: it holds no secret and opens nothing. */
const hint = "phakhi.signed-in"

/** Lives and ends with the session cookie beside it. */
const hintBeside = (session: string): string => {
  const [named = "", ...attributes] = session.split(";").map((part) => part.trim())
  const kept = attributes.filter((attribute) => /^(?:max-age|expires|path|samesite|secure)\b/iu.test(attribute))
  return [`${hint}=${named.endsWith("=") ? "" : "1"}`, ...kept].join("; ")
}

export const withHint = (cookies: ReadonlyArray<string>): ReadonlyArray<string> =>
  cookies.flatMap((cookie) => (/^[^=;]*session_token=/u.test(cookie) ? [cookie, hintBeside(cookie)] : [cookie]))
