import { Alert, FileInput, Loader, Stack, Text, Textarea } from "@mantine/core"
import { useState } from "react"
import { type Problem, Refused, send } from "../api/Api.ts"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"
import type { FieldProps } from "./FieldProps.ts"
import { useForm } from "./FormContext.tsx"
import { Refusal } from "./Refusal.tsx"
import { useFieldProps } from "./useFieldProps.ts"

interface Uploaded {
  readonly digest: string
}

const hint: Words = {
  th: "ไฟล์ส่งขึ้นทันทีที่เลือก แล้วจึงกดปุ่มเพื่อแนบ",
  en: "The file is sent as soon as it is chosen; then attach it with the button"
}
const chooseFile: Words = { th: "เลือกไฟล์", en: "Choose a file" }
const sent: Words = { th: "ส่งไฟล์แล้ว", en: "File sent" }

const upload = async (file: File): Promise<Uploaded> => {
  const type = file.type === "" ? "application/octet-stream" : file.type
  return send<Uploaded>("PUT", "/v1/files", { content: file, type })
}

/** Sends the file where files are kept; what the operation gets is its digest. */
export const FileField = ({ field, onChange, path, value }: FieldProps<string>) => {
  const say = useSay()
  const { set } = useForm()
  const props = useFieldProps(field, path)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [unreachable, setUnreachable] = useState(false)
  const choose = async (file: File | null) => {
    setProblem(undefined)
    setUnreachable(false)
    onChange("")
    if (file === null) return
    setBusy(true)
    try {
      const { digest } = await upload(file)
      set?.(field.name, digest)
      // The field beside it, for what the file is called.
      set?.(field.name === "file" ? "name" : `${field.name}Name`, file.name)
    } catch (error) {
      if (error instanceof Refused) setProblem(error.problem)
      else setUnreachable(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap="xs">
      <FileInput
        {...props}
        description={say(hint)}
        placeholder={say(chooseFile)}
        onChange={(file) => void choose(file)}
      />
      {busy && <Loader size="sm" aria-label={say(common.loading)} />}
      {problem !== undefined && <Refusal problem={problem} />}
      {unreachable && (
        <Alert color="yellow" variant="outline" role="alert">
          {say(common.unreachable)}
        </Alert>
      )}
      {value !== "" && (
        <Text size="sm" role="status">
          {say(sent)} · <code>{value.slice(0, 12)}…</code>
        </Text>
      )}
    </Stack>
  )
}

/** A whole document as data; the domain checks it when it is sent. */
export const DocumentField = ({ field, onChange, path, value }: FieldProps<string>) => (
  <Textarea
    {...useFieldProps(field, path)}
    autosize
    minRows={10}
    maxRows={30}
    spellCheck={false}
    styles={{ input: { fontFamily: "ui-monospace, monospace", fontSize: "0.85rem" } }}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)
