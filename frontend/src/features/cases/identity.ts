/** Names as they were typed, one a line: a comma may stand within one. */
export function namesIn(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}
