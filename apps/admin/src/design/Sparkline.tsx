interface SparklineProps {
  /** Oldest first; what is named beside it says the same in numbers. */
  readonly values: ReadonlyArray<number>
  readonly target: number
}

const [width, height, edge] = [110, 34, 5]

/** How a result came to where it is, against its target. */
export const Sparkline = ({ target, values }: SparklineProps) => {
  const all = [...values, target]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const y = (value: number) =>
    high === low ? height / 2 : edge + ((high - value) / (high - low)) * (height - 2 * edge)
  const x = (index: number) => edge + (values.length < 2 ? 0 : (index / (values.length - 1)) * (width - 2 * edge))
  const points = values.map((value, index) => `${x(index)},${y(value)}`)
  const last = values.length - 1
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <line x1={edge} x2={width - edge} y1={y(target)} y2={y(target)} className="sparkline-target" />
      <polyline points={points.join(" ")} className="sparkline-line" />
      {values.map((value, index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the line
          key={index}
          cx={x(index)}
          cy={y(value)}
          r={index === last ? 4 : 2.5}
          className={index === last ? "sparkline-last" : "sparkline-point"}
        />
      ))}
    </svg>
  )
}
