/** A list with two of its places exchanged. */
export function swapped<T>(list: readonly T[], one: number, other: number): T[] {
  const next = [...list];
  [next[one], next[other]] = [next[other]!, next[one]!];
  return next;
}
