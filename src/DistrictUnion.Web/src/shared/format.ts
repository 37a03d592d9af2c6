/** Points as people write them: at most two decimals, no trailing zeros. */
export const points = (value?: number | null) => (value === null || value === undefined ? '—' : String(Math.round(value * 100) / 100));

/** A share in percent. */
export const percent = (value?: number | null) => (value === null || value === undefined ? '—' : `${points(value)}%`);
