import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Host } from './host';

/** The built program: the contract's three shapes and the native things beside them. */
export const tauri: Host = {
  can: { pick: true, reveal: true },
  call: (name, request) => invoke('call', { name, request }),
  bytes: (name, request) => invoke('bytes', { name, request }),
  jobStart: (name, request) => invoke('job_start', { name, request }),
  jobState: (id) => invoke('job_state', { id }),
  jobCancel: (id) => invoke('job_cancel', { id }),
  open: (_job, file) => invoke('open_path', { path: file.path }),
  print: (_job, file) => invoke('print_path', { path: file.path }),
  reveal: (file) => invoke('reveal_path', { path: file.path }),
  savePicture: (name, bytes) => invoke('save_picture', { picture: { name, bytes: [...bytes] } }),
  pickFile: (kind) => invoke('pick_file', { kind }),
  pickFiles: (kind) => invoke('pick_files', { kind }),
  pickFolder: () => invoke('pick_folder'),
  pickNewFile: (suggested) => invoke('pick_new_file', { suggested }),
  takeAskedFile: () => invoke('take_asked_file'),
  onFileAsked: (hear) => void listen('file-asked', hear),
};
