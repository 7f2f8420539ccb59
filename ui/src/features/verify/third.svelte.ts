import type { Client, ThirdSheet } from '../../api/client';
import { tidied } from '../../keyboard/grammar';
import { wordsOf } from '../../text/words';

/** A sheet before the third person, who keys from the paper what counts. */
export class Third {
  sheet = $state.raw<ThirdSheet | null>(null);
  error = $state('');
  busy = $state(false);
  /** What stands in the fields, by box. */
  typed = $state<Record<string, string>>({});
  /** The box that was passed empty once: the next time says that it is blank on the paper. */
  doubted = $state<string | null>(null);
  /** Why a box was refused. */
  problem = $state.raw<{ no: string; words: string } | null>(null);
  readonly #client: Client;
  #keys: Record<string, number> = {};

  constructor(client: Client) {
    this.#client = client;
  }

  async open(code: string): Promise<void> {
    if (this.sheet?.sheet.code !== code) this.clear();
    try {
      this.#take(await this.#client.call('open_third', { code }));
    } catch (error) {
      this.error = wordsOf(error);
    }
  }

  clear(): void {
    this.sheet = null;
    this.error = '';
    this.typed = {};
    this.doubted = null;
    this.problem = null;
    this.#keys = {};
  }

  /** Boxes that wait for a decision. */
  get waiting(): string[] {
    return this.sheet?.boxes.filter((box) => !box.decided).map((box) => box.no) ?? [];
  }

  get isDone(): boolean {
    return this.sheet !== null && this.waiting.length === 0;
  }

  /** The box to decide after this one; the first that is left, where there is none. */
  after(no: string): string | null {
    const places = this.sheet?.boxes.map((box) => box.no) ?? [];
    const at = places.indexOf(no);
    return this.waiting.find((other) => places.indexOf(other) > at) ?? this.waiting[0] ?? null;
  }

  /** What arrives in a field; anything but digits is not typed. */
  write(no: string, text: string): void {
    this.typed[no] = text.replace(/\D/g, '');
    this.doubted = null;
    this.problem = null;
  }

  pressed(no: string): void {
    this.#keys[no] = (this.#keys[no] ?? 0) + 1;
  }

  /** Decides a box on what stands in its field. Answers whether it is on disk. */
  async decide(no: string): Promise<boolean> {
    const value = tidied(this.typed[no] ?? '');
    if (value === '' && this.doubted !== no) {
      this.doubted = no;
      return false;
    }
    const code = this.sheet?.sheet.code;
    if (code === undefined || this.busy) return false;
    this.busy = true;
    try {
      this.#take(await this.#client.call('decide_box', { code, no, value, keys: this.#keys[no] ?? 0 }));
      this.doubted = null;
      return true;
    } catch (error) {
      this.problem = { no, words: wordsOf(error) };
      return false;
    } finally {
      this.busy = false;
    }
  }

  #take(sheet: ThirdSheet): void {
    this.sheet = sheet;
    this.error = '';
    this.problem = null;
  }
}
