/** Figures as people read them. */

/** A number with its unit; where there was nothing to count, that. */
export function sayFigure({ value, unit }: { value: number | null; unit: string }): string {
  return value === null ? "没有可算的" : `${value} ${unit}`;
}
