import type { Host } from './host';

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
    link.href = `/rpc/file/${String(job)}`;
    link.download = file.file_name;
    link.click();
  },
  print: async (job) => {
    const file = await refused(await fetch(`/rpc/file/${String(job)}`));
    const address = URL.createObjectURL(await file.blob());
    const shown = window.open(address);
    if (!shown) throw new Error('the browser opens no second window');
    shown.addEventListener('load', () => shown.print());
  },
  reveal: async () => undefined,
  pickFile: async () => null,
  pickNewFile: async () => null,
  takeAskedFile: async () => null,
  onFileAsked: () => undefined,
};
