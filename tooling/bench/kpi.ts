/**
 * Scoring 100,000 indicators against a hand-written loop over plain floating-point records.
 *
 * Rounds are interleaved; the ratio is the median time of `scoreMany` over the median time of the loop. With
 * `--json` the figures alone are printed; exits 1 above the bound of 2.
 */
import { performance } from "node:perf_hooks"
import { scoreMany } from "@phakhi/domain/evaluation/Scoring"
import { Micro } from "@phakhi/domain/plans/Decimal"
import { Indicator, IndicatorId, Weight } from "@phakhi/domain/plans/Indicator"
import type { Scale } from "@phakhi/domain/plans/Scale"

const count = 100_000
const rounds = 41
const bound = 2

interface Plain {
  readonly levels: ReadonlyArray<number>
  readonly step: boolean
  readonly weight: number
}

let seed = 42
const random = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((seed / 2_147_483_648) * below)
}

const micro = (n: number) => Micro.make(n)
const scaleOf = (i: number): Scale => {
  const start = random(500) * 100_000
  const ends = [0, 1, 2, 3, 4].map((k) => start + k * (1 + random(3)) * 1_000_000 + k * 4_000_000)
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = random(3) === 0 ? ends.toReversed() : ends
  switch (i % 10) {
    case 9:
      return { _tag: "FiveLevelStep" }
    case 8:
    case 7:
    case 6:
      return {
        _tag: "Anchors",
        base: micro(a),
        standard: micro(c),
        advanced: micro(e),
        points: { base: 500_000, standard: 750_000, advanced: 1_000_000 } as never,
        belowBase: "zero"
      }
    default:
      return { _tag: "FiveLevel", levels: [a, b, c, d, e].map(micro) as never }
  }
}

const indicators = Array.from({ length: count }, (_, i) => {
  const scale = scaleOf(i)
  return Indicator.make({
    id: IndicatorId.make(`01910000-0000-7000-8000-${i.toString().padStart(12, "0")}`),
    name: { th: "ตัวชี้วัด" },
    unit: { th: "ร้อยละ" },
    weight: Weight.make(1 + random(10_000)),
    scale,
    target: micro(0)
  })
})
const values = indicators.map(({ scale }) =>
  micro(scale._tag === "FiveLevelStep" ? (1 + random(5)) * 1_000_000 : random(70_000) * 1_000)
)

const plain: ReadonlyArray<Plain> = indicators.map(({ scale, weight }) => ({
  levels:
    scale._tag === "FiveLevel"
      ? scale.levels.map((level) => Number(level) / 1e6)
      : scale._tag === "Anchors"
        ? [scale.base, scale.standard, scale.advanced].map((anchor) => Number(anchor) / 1e6)
        : [],
  step: scale._tag === "FiveLevelStep",
  weight: weight / 10_000
}))
const plainValues = values.map((value) => Number(value) / 1e6)

const round4 = (x: number): number => Math.round(x * 10_000) / 10_000

const plainScore = ({ levels, step }: Plain, x: number): number => {
  if (step) return x
  const last = levels.length - 1
  const first = levels[0] ?? 0
  const end = levels[last] ?? 0
  const up = end > first
  const points = last === 4 ? 1 : 25
  const floor = last === 4 ? 1 : 50
  if (up ? x >= end : x <= end) return floor + last * points
  if (up ? x < first : x > first) return last === 4 ? 1 : 0
  for (let k = 0; k < last; k++) {
    const from = levels[k] ?? 0
    const to = levels[k + 1] ?? 0
    if (up ? x < to : x > to) return round4(floor + points * (k + (x - from) / (to - from)))
  }
  return floor
}

const byHand = (): { readonly scores: Float64Array; readonly weighted: Float64Array } => {
  const scores = new Float64Array(count)
  const weighted = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const indicator = plain[i]
    if (indicator === undefined) continue
    const score = plainScore(indicator, plainValues[i] ?? 0)
    scores[i] = score
    weighted[i] = round4(score * indicator.weight)
  }
  return { scores, weighted }
}

const timed = (run: () => unknown): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}
const median = (times: ReadonlyArray<number>): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

// Floating point may round a half the other way: the two agree to one ten-thousandth, or one of them is wrong.
const { scores } = scoreMany(indicators, values)
const reference = byHand().scores
const apart = reference.reduce((n, score, i) => n + (Math.abs(score * 10_000 - (scores[i] ?? 0)) > 1.5 ? 1 : 0), 0)
if (apart > 0) throw new Error(`${apart} of ${count} scores differ from the loop`)
const rounded = reference.reduce((n, score, i) => n + (Math.round(score * 10_000) === scores[i] ? 0 : 1), 0)

const ours: Array<number> = []
const loop: Array<number> = []
for (let round = 0; round < rounds; round++) {
  loop.push(timed(byHand))
  ours.push(timed(() => scoreMany(indicators, values)))
}
const figures = {
  count,
  rounds,
  scoreManyMs: Number(median(ours).toFixed(3)),
  loopMs: Number(median(loop).toFixed(3)),
  ratio: Number((median(ours) / median(loop)).toFixed(3)),
  bound,
  roundedOtherwise: rounded
}
console.log(
  process.argv.includes("--json")
    ? JSON.stringify(figures)
    : `kpi: ${count} indicators, scoreMany ${figures.scoreManyMs} ms, loop ${figures.loopMs} ms, ratio ${figures.ratio} (bound ${bound}); floating point rounded ${rounded} scores otherwise`
)
process.exitCode = figures.ratio > bound ? 1 : 0
