export interface Mission {
  readonly id: string
}
