/** What every answer carries: nothing of it is kept or guessed at. */
const always = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff"
}

/** An answer without a body, and what one with data begins with: no page of another site can draw it in. */
export const emptyHeaders = {
  ...always,
  "cross-origin-resource-policy": "same-origin",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'"
}

/** Set by hand for each kind of answer: a middleware that adds headers costs as much as routing itself. */
export const dataHeaders = {
  ...emptyHeaders,
  "content-type": "application/json; charset=UTF-8"
}

export const problemHeaders = { ...dataHeaders, "content-type": "application/problem+json; charset=UTF-8" }

/**
 * Everything a page loads is ours. Inline styles are what the component library and the diagrams are made with. With the
 * policy `no-referrer` browsers post a form with the origin `null`, which no check of the origin lets through.
 */
export const pageHeaders = {
  ...always,
  "referrer-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
  "content-type": "text/html; charset=UTF-8",
  "content-security-policy":
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()"
}

/** One year; only where the site is reached over TLS. */
export const strictTransport = "max-age=31536000; includeSubDomains"
