import { expect, it } from 'vitest';
import type { DocumentRow, Explanation, ReportId, ReportLine, ReportOutlook } from '../../api/client';
import { refusal, Scripted } from '../../testing/scripted';
import { Issued } from './issued.svelte';
import { ReportMaking } from './making.svelte';
import { partOf } from './part';

const outlook = { next: 'BC-001' } as ReportOutlook;
const line = (id: number) => ({ id: id as ReportId, name: `BC-00${String(id)}` }) as ReportLine;
const explanation = (id: number, figures: number) =>
  ({ line: line(id), figures: Array.from({ length: figures }), causes: [] }) as unknown as Explanation;

function making() {
  const client = new Scripted({
    list_authorities: () => [],
    list_documents: () => [{ id: 7, kind: 'report', issued_at: null }, { id: 8, kind: 'notice', issued_at: null }] as DocumentRow[],
    get_report_outlook: () => outlook,
    issue_report: () => 1 as ReportId,
  });
  return { client, report: new ReportMaking(client) };
}

it('each kind asks for its own days and no others', async () => {
  const { client, report } = making();
  await report.load();
  report.day = '2024-11-12';
  report.from = '2024-11-09';
  report.to = '2024-11-16';
  expect(report.of).toEqual({ kind: 'weekly', day: '2024-11-12', from: null, to: null });
  report.kind = 'final';
  expect(report.of).toEqual({ kind: 'final', from: null, to: null });
  report.kind = 'custom';
  expect(report.of).toEqual({ kind: 'custom', from: '2024-11-09', to: '2024-11-16' });
  await report.makeWorkbook();
  expect(client.asked.at(-1)).toEqual({ name: 'report_xlsx', request: { kind: 'custom', from: '2024-11-09', to: '2024-11-16' } });
});

it('a day that is none makes and shows nothing', async () => {
  const { client, report } = making();
  report.dayOk = false;
  await report.look();
  await report.makeWorkbook();
  await report.makeDocument('report_document_pdf');
  expect(client.asked).toEqual([]);
});

it('it is issued in the words that are shown, numbered only if there is a number', async () => {
  const { client, report } = making();
  await report.load();
  expect(report.drafts.map((d) => Number(d.id))).toEqual([7]);
  report.draft = 7;
  await report.issue(null, null);
  await report.issue(31, '2024-11-12');
  expect(client.requests('issue_report')).toEqual([
    { kind: 'weekly', from: null, to: null, draft: 7 },
    { kind: 'weekly', from: null, to: null, draft: 7, number: 31, dated: '2024-11-12' },
  ]);
});

it('every report is compared with today, the one that is looked at with its reasons', async () => {
  const client = new Scripted({
    list_reports: () => [line(3), line(2), line(1)],
    explain_report: ({ id }) => explanation(Number(id), 4),
    get_report: ({ id }) => {
      if (Number(id) === 1) throw refusal('report_spoilt', { name: 'BC-001' });
      return { line: line(Number(id)), differing: 0 };
    },
  });
  const issued = new Issued(client);
  issued.chosen = 2 as ReportId;
  await issued.load();
  expect(issued.line?.name).toBe('BC-002');
  expect(issued.compared.get(2 as ReportId)).toEqual({ differing: 4 });
  expect(issued.compared.get(3 as ReportId)).toEqual({ differing: 0 });
  expect(issued.compared.get(1 as ReportId)).toHaveProperty('error');
  await issued.choose(3 as ReportId);
  expect(issued.explanation?.line.name).toBe('BC-003');
});

it('an address names the part and the report', () => {
  expect(partOf(null)).toEqual({ part: 'make', report: null });
  expect(partOf('da-phat-hanh')).toEqual({ part: 'issued', report: null });
  expect(partOf('da-phat-hanh-3')).toEqual({ part: 'issued', report: 3 });
});
