/** What was typed of a paper's number and day in the register. */
export interface Register {
  /** Null if nothing was typed, or no number. */
  number: number | null;
  numberOk: boolean;
  dated: string | null;
  datedOk: boolean;
}
