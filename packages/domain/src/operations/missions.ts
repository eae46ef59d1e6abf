import { handlersOf } from "../engine/Handler.ts"
import { accessOf } from "../kernel/Actor.ts"
import * as Mission from "../missions/Mission.ts"
import * as Operations from "../missions/operations.ts"

const { change, create } = handlersOf(Mission.missionRecord)

export const missionHandlers = [
  create(Operations.registerMission, {
    access: ({ actor }) => accessOf({ owner: actor.organisation }),
    decide: ({ context, input }) => Mission.register(input, context)
  }),
  change(Operations.describeMission, { decide: ({ input, state }) => Mission.describe(state, input) }),
  change(Operations.rateContestability, { decide: ({ input, state }) => Mission.rateContestability(state, input) }),
  change(Operations.beginReview, {
    ready: Mission.canBeginReview,
    // A mission reviewed once is reviewed again when its agency wants to, not because it waits for it.
    place: ({ _tag }) => (_tag === "Registered" ? 0 : undefined),
    decide: ({ context, state }) => Mission.beginReview(state, context)
  }),
  change(Operations.answerQuestion, {
    ready: Mission.canAnswer,
    decide: ({ input, state }) => Mission.answer(state, input)
  }),
  change(Operations.takeBackAnswer, { ready: Mission.takeBack, decide: ({ state }) => Mission.takeBack(state) }),
  change(Operations.concludeReview, { ready: Mission.conclude, decide: ({ state }) => Mission.conclude(state) }),
  change(Operations.chooseWay, {
    ready: Mission.canChooseWay,
    decide: ({ input, state }) => Mission.chooseWay(state, input.way, input.reason)
  })
]
