import { Modal, Table } from "@mantine/core"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"
import { Keys } from "./Keys.tsx"
import { paletteWords as words } from "./words.ts"

interface Shortcut {
  readonly what: Words
  readonly ways: ReadonlyArray<ReadonlyArray<string>>
}

const withControl = (key: string): Shortcut["ways"] => [
  ["Ctrl", key],
  ["Cmd", key]
]

const shortcuts: ReadonlyArray<Shortcut> = [
  { what: words.title, ways: withControl("K") },
  { what: words.find, ways: [["/"]] },
  { what: words.send, ways: withControl("Enter") },
  { what: words.shut, ways: [["Esc"]] },
  { what: words.help, ways: [["?"]] }
]

/** Every shortcut there is. */
const Help = ({ onClose }: { readonly onClose: () => void }) => {
  const say = useSay()
  return (
    <Modal opened onClose={onClose} title={say(words.shortcuts)} closeButtonProps={{ "aria-label": say(common.close) }}>
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {shortcuts.map(({ ways, what }) => (
            <Table.Tr key={what.th}>
              <Table.Th scope="row" fw={400}>
                {say(what)}
              </Table.Th>
              <Table.Td>
                <Keys ways={ways} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}

export default Help
