import { Refusal, type Api, type Client, type WireError } from './client';

const GONE: WireError = { code: 'not_signed_in', params: {}, problems: [], log_id: null };

/**
 * The contract in one person's hands: what they left half done goes nowhere while somebody else sits there, and
 * goes on when they are back. `watch` sees each question on its way.
 */
export function boundTo(api: Api, isHere: () => boolean, watch: <T>(asking: Promise<T>) => Promise<T> = (asking) => asking): Client {
  const here = <T>(ask: () => Promise<T>): Promise<T> => (isHere() ? ask() : Promise.reject(new Refusal(GONE)));
  return {
    call: (name, request) => watch(here(() => api.call(name, request))),
    desk: (request) => here(() => api.desk(request)),
    backups: (request) => here(() => api.backups(request)),
    bytes: (name, request) => here(() => api.bytes(name, request)),
    job: (name, request) => here(() => api.job(name, request)),
    inspect: (name, request) => here(() => api.inspect(name, request)),
    onChanged: (tables, hear) => api.onChanged(tables, () => isHere() && hear()),
  };
}
