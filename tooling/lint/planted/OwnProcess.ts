interface Process {
  readonly id: string
}

export const idOf = (process: Process) => process.id
