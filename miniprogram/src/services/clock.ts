/** The moment, as the phone has it; what the server decides by its own clock it tells with its answers. */
export function now(): string {
  return new Date().toISOString();
}
