import { afterAll, beforeAll } from "vitest"
import { closeStage, openStage } from "./Stage.ts"
import "./Walk.ts"
import "./Looks.ts"
import "./Me.ts"
import "./Outgoing.ts"

beforeAll(openStage)
afterAll(closeStage)
