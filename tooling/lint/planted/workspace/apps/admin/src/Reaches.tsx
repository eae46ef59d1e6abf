import "@phakhi/store"
import "node:fs"
import "@phakhi/domain"

export const Step = () => <a title={"COL-7"}>{`PBC-7`}</a>
export const wider = "COLOUR-7"
