import { afterAll, beforeAll } from "vitest"
import { closeStage, openStage } from "./Stage.ts"
import "./Acts.ts"
import "./Everywhere.ts"
import "./Inbox.ts"

beforeAll(openStage)
afterAll(closeStage)
