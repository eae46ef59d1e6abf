const ranges: Record<string, string> = {
  thai: "U+0E00-0E7F, U+200C-200D, U+25CC",
  latin: "U+0000-02FF, U+2000-206F"
}

const typeface = /^\/assets\/sarabun-(?<script>thai|latin)-(?<weight>\d+)-normal-[^/]+\.woff2$/u

/** The typeface of the admin for the pages made here, so that Thai shows where the system has no Thai letters. */
export const fontsOf = (paths: Iterable<string>): string =>
  [...paths]
    .flatMap((path) => {
      const { script = "", weight = "" } = typeface.exec(path)?.groups ?? {}
      const range = ranges[script]
      return range === undefined
        ? []
        : [
            `@font-face { font-family: Sarabun; font-weight: ${weight}; font-display: swap; src: url("${path}") format("woff2"); unicode-range: ${range} }`
          ]
    })
    .join("\n")
