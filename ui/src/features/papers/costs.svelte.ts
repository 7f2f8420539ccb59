import type { CostForm, CostLine, CostLineId, CostSheet } from '../../api/client';
import { parseCount } from '../../text/format';
import { Kept } from './kept.svelte';

/** A line of the estimate while it is typed. */
export class CostDraft {
  name = $state('');
  unit = $state('');
  basis = $state<CostForm['basis']>('household');
  perHundred = $state('100');
  spare = $state('0');
  /** Blank: the office does not know it yet. */
  price = $state('');

  constructor(
    readonly id: CostLineId | null,
    line: CostForm | CostLine | null,
  ) {
    if (line === null) return;
    this.name = line.name;
    this.unit = line.unit;
    this.basis = line.basis;
    this.perHundred = String(line.per_hundred);
    this.spare = String(line.spare_percent);
    this.price = line.unit_price === null ? '' : String(line.unit_price);
  }

  get perHundredOk(): boolean {
    return (parseCount(this.perHundred) ?? 0) > 0;
  }

  get spareOk(): boolean {
    const n = parseCount(this.spare);
    return n !== null && n <= 100;
  }

  get priceOk(): boolean {
    return this.price.trim() === '' || parseCount(this.price) !== null;
  }

  get form(): CostForm | null {
    const per_hundred = parseCount(this.perHundred);
    const spare_percent = parseCount(this.spare);
    if (!this.perHundredOk || !this.spareOk || !this.priceOk || per_hundred === null || spare_percent === null) return null;
    const unit_price = this.price.trim() === '' ? null : parseCount(this.price);
    return { name: this.name, unit: this.unit, basis: this.basis, per_hundred, spare_percent, unit_price };
  }
}

/** What printing will need and cost: the office's lines. */
export class Costs extends Kept<CostSheet> {
  draft = $state.raw<CostDraft | null>(null);
  protected readonly tables = ['cost_line', 'area', 'area_base', 'visit', 'visit_team', 'sheet', 'posting_place'];

  get sheet(): CostSheet | null {
    return this.held;
  }

  get lines(): CostLine[] {
    return this.sheet?.items.map((item) => item.line) ?? [];
  }

  protected fetch(): Promise<CostSheet> {
    return this.client.call('list_costs', {});
  }

  async save(): Promise<void> {
    const { draft } = this;
    const line = draft?.form ?? null;
    if (draft === null || line === null) return;
    if (await this.does(() => this.client.call('put_cost_line', { id: draft.id, line }))) this.draft = null;
  }

  offer(line: CostForm): Promise<boolean> {
    return this.does(() => this.client.call('put_cost_line', { id: null, line }));
  }

  remove(line: CostLine): Promise<boolean> {
    return this.does(() => this.client.call('remove_cost_line', { id: line.id }));
  }

  /** One place up or down. */
  async move(line: CostLine, by: 1 | -1): Promise<void> {
    const ids = this.lines.map((l) => l.id);
    const at = ids.indexOf(line.id);
    const other = ids[at + by];
    if (at === -1 || other === undefined) return;
    ids[at] = other;
    ids[at + by] = line.id;
    await this.does(() => this.client.call('order_cost_lines', { ids }));
  }
}
