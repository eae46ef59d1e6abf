/** A page of `docs/` that is made from the domain; `--update` writes it anew. */
export const page = (title: string, introduction: string, ...sections: ReadonlyArray<ReadonlyArray<string>>): string =>
  `# ${title}\n\n${introduction}\n${sections.map((lines) => `\n${lines.join("\n")}\n`).join("")}\n<!-- Made from the domain and held equal to it by packages/domain/test/docs; \`npx vitest run -u test/docs\` in packages/domain writes it anew. -->\n`

export const row = (...cells: ReadonlyArray<string>): string => `| ${cells.join(" | ")} |`
