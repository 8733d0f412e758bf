/** What was typed with commas, semicolons or line breaks between, as a list. */
export function listed(typed: string): string[] {
  return typed.split(/[,;\n]/).map((one) => one.trim()).filter(Boolean);
}
