import type { JobId } from '../api/generated/contract';
import type { Host, PaperFile } from './host';

async function post(path: string, body?: unknown): Promise<Response> {
  const response = await fetch(`/rpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
  return refused(response);
}

/** A refusal arrives as 422 with the error's JSON; it is thrown as it is, like the window's. */
async function refused(response: Response): Promise<Response> {
  if (response.ok) return response;
  if (response.status === 422) throw await response.json();
  throw new Error(`HTTP ${String(response.status)}`);
}

/** Where the browser has a paper: it prints only what it can show. */
async function address(job: JobId | null, file: PaperFile): Promise<string> {
  const { file_name } = file;
  const answer = job === null ? await post('paper', { file_name }) : await refused(await fetch(`/rpc/file/${String(job)}`));
  return URL.createObjectURL(await answer.blob());
}

/** The contract over 127.0.0.1, for browser tests and development; never shipped. */
export const http: Host = {
  can: { pick: false, reveal: false },
  call: async (name, request) => (await post(`call/${name}`, request)).json(),
  bytes: async (name, request) => (await post(`bytes/${name}`, request)).arrayBuffer(),
  jobStart: async (name, request) => (await post(`job/${name}`, request)).json(),
  jobState: async (id) => (await refused(await fetch(`/rpc/job/${String(id)}`))).json(),
  jobCancel: async (id) => {
    await post(`job/${String(id)}/cancel`);
  },
  open: async (job, file) => {
    const link = document.createElement('a');
    link.href = await address(job, file);
    link.download = file.file_name;
    link.click();
  },
  print: async (job, file) => {
    const shown = window.open(await address(job, file));
    if (!shown) throw new Error('the browser opens no second window');
    shown.addEventListener('load', () => shown.print());
  },
  reveal: async () => undefined,
  savePicture: async (name, bytes) => (await post('picture', { name, bytes: [...bytes] })).json(),
  pickFile: async () => null,
  pickFiles: async () => [],
  pickFolder: async () => null,
  pickNewFile: async () => null,
  takeAskedFile: async () => null,
  onFileAsked: () => undefined,
};
