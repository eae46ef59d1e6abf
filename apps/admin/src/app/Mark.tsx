/** Two that hold one another: the mark of Phakhi. */
export const Mark = ({ size = 34 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" className="mark">
    <path d="M3 20a12 12 0 0 1 12-12h5v24h-5A12 12 0 0 1 3 20z" fill="var(--p700)" />
    <path d="M37 20a12 12 0 0 0-12-12h-5v24h5a12 12 0 0 0 12-12z" fill="var(--gold)" />
    <path d="M20 12.5a7.5 7.5 0 0 1 0 15z" fill="var(--paper)" />
    <path d="M20 16a4 4 0 0 0 0 8z" fill="var(--gold)" />
    <path d="M20 16a4 4 0 0 1 0 8z" fill="var(--p700)" />
  </svg>
)
