import { registry } from "@phakhi/domain/processes/Composition"

/** Everything that the step must state, in whichever process it stands. */
export const factsOf = (step: string): Record<string, string> => {
  const found = Object.values(registry)
    .flatMap((versions) => versions.flatMap(({ steps }) => steps))
    .findLast(({ id }) => id === step)
  const named = found?.completion.by === "record" ? found.completion.facts : []
  return Object.fromEntries(named.map(({ name }) => [name, "ระบุแล้ว"]))
}

export const plan = (period: { readonly from: string; readonly to: string }) => ({
  activities: [
    {
      title: { th: "จัดบริการ", en: "Services" },
      ownerRole: "สนับสนุน",
      recipientRole: "ดำเนินการ",
      period,
      legalAuthority: "ระเบียบของหน่วยงาน"
    }
  ],
  indicators: [
    {
      name: { th: "เด็กที่ได้รับการดูแล", en: "Children in care" },
      unit: { th: "ร้อยละ" },
      weight: 6000,
      shape: "FiveLevel",
      levels: ["60", "70", "80", "90", "100"].map((value) => ({ value })),
      target: "80"
    },
    {
      name: { th: "ระยะเวลารอ", en: "Waiting time" },
      unit: { th: "วัน" },
      weight: 4000,
      shape: "FiveLevel",
      levels: ["50", "45", "40", "35", "30"].map((value) => ({ value })),
      target: "40"
    }
  ],
  participants: "ผู้แทนผู้ปกครองและชุมชน",
  evaluationFrame: "ประเมินตามตัวชี้วัดของแผน โดยผู้ประเมินภายในและภายนอก"
})

/** What each model's answers to MOD-1a…f look like when it is the one recommended. */
export const answers = {
  grant: {
    nature: "project",
    timeFrame: "bounded",
    resources: "owner-subsidy",
    wish: "flexible-support",
    readiness: "medium",
    relation: "new"
  },
  contracting: {
    nature: "service",
    timeFrame: "continuing",
    resources: "owner-budget",
    wish: "paid-by-results",
    readiness: "high",
    relation: "established"
  },
  commissioning: {
    nature: "managerial",
    timeFrame: "long-term",
    resources: "pooled",
    wish: "shared-management",
    readiness: "several",
    relation: "long-term-trust"
  }
} as const

export type Model = keyof typeof answers

export const instruments = {
  grant: "grant-agreement",
  contracting: "performance-contract",
  commissioning: "joint-contract"
} as const satisfies Record<Model, string>
