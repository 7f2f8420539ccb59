/** One step back: what boxes of a sheet held before. */
export interface Step {
  code: string;
  boxes: { no: string; value: string }[];
}

/** What Ctrl+Z goes through: everything keyed in this session, on whatever sheet it was. */
export class Steps {
  readonly #steps: Step[] = [];

  push(step: Step): void {
    this.#steps.push(step);
  }

  pop(): Step | undefined {
    return this.#steps.pop();
  }
}
