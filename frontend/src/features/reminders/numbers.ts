/** "7, 3 and 1" as numbers. What is none becomes one that is refused with a sentence. */
export function numbers(typed: string): number[] {
  return typed.split(/[\s,;]+/).filter((word) => word && !["and", "y"].includes(word)).map((word) => (/^\d{1,3}$/.test(word) ? Number(word) : -1));
}
