import { erasing, erasingPerson } from "../../engine/Erasing.ts"
import { administrator } from "../../kernel/Grants.ts"
import { partnershipRecord } from "../Record.ts"
import { actsBeside } from "./actsOn.ts"

const { change } = actsBeside("agreement")

export const erasures = [
  change({
    ...erasingPerson,
    name: "partnerships.erase-person",
    summary: {
      th: "ลบข้อมูลส่วนบุคคลของบุคคลในความร่วมมือ",
      en: "Erase the personal data of a person in the partnership"
    },
    allow: [administrator],
    ...erasing(partnershipRecord)
  })
]
