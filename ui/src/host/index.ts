import type { Host } from './host';

export type { FileKind, Host, PaperFile } from './host';

/** The window has Tauri's internals; a browser has not. */
export async function chooseHost(): Promise<Host> {
  return '__TAURI_INTERNALS__' in window ? (await import('./tauri')).tauri : (await import('./http')).http;
}
