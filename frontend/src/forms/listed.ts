/** What was typed with commas or line breaks between, as a list. */
export function listed(typed: string): string[] {
  return typed.split(/[,\n]/).map((one) => one.trim()).filter(Boolean);
}
