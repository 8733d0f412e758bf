/** A number as people read it off to dial it; one from elsewhere as it is kept. The calling program is given what is kept. */
export function telephone(number: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : number;
}
