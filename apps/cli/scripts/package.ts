import { fileURLToPath } from "node:url"
import { pack } from "./Pack.ts"

process.stdout.write(`${await pack(fileURLToPath(new URL("../dist/packed", import.meta.url)))}\n`)
