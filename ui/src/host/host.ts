import type { JobId, JobState, Reply, SavedFile } from '../api/generated/contract';

/** What a native file dialog looks for. */
export type FileKind = 'office' | 'table' | 'scan' | 'copy';

/** A saved paper: made just now, or long ago. */
export type PaperFile = Pick<SavedFile, 'path' | 'file_name'>;

/** The other end of the wire, and what it can do besides. The window and the browser twin each have one. */
export interface Host {
  readonly can: {
    /** Native dialogs for choosing files. */
    readonly pick: boolean;
    /** Showing a file in its folder. */
    readonly reveal: boolean;
  };
  call(name: string, request: unknown): Promise<Reply>;
  bytes(name: string, request: unknown): Promise<ArrayBuffer>;
  jobStart(name: string, request: unknown): Promise<JobId>;
  jobState(id: JobId): Promise<JobState>;
  jobCancel(id: JobId): Promise<void>;
  /** Opens a saved paper with the program the computer has for it; `job` made it, if one of this window did. */
  open(job: JobId | null, file: PaperFile): Promise<void>;
  /** Sends a saved paper to the printer; a refusal says why it did not go there. */
  print(job: JobId | null, file: PaperFile): Promise<void>;
  reveal(file: PaperFile): Promise<void>;
  /** Saves a chart among the office's papers, called after what it shows; SVG or PNG. */
  savePicture(name: string, bytes: Uint8Array): Promise<SavedFile>;
  pickFile(kind: FileKind): Promise<string | null>;
  /** Several files at once; none if nobody chose any. */
  pickFiles(kind: FileKind): Promise<string[]>;
  /** A folder, as for copies on a USB drive. */
  pickFolder(): Promise<string | null>;
  pickNewFile(suggested: string): Promise<string | null>;
  /** A file that a start of the program asked for and that is not open yet; told once. */
  takeAskedFile(): Promise<string | null>;
  /** Hears that another start of the program asks for a file. */
  onFileAsked(hear: () => void): void;
}
