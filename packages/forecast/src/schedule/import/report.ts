/** Something of a release file that was not taken, or looks wrong. */
export type ImportFinding = {
  /** The file's name, as given. */
  readonly source: string;
  /** 1-based; 0 for the release as a whole. */
  readonly line: number;
  /** `series/seriesDose/interval/absMinInt` */
  readonly path: string;
  readonly text: string;
  readonly why: string;
};

export type ImportReport = {
  /** Every file given, and what it was taken for: the antigen's name, `schedule`, or undefined if for nothing. */
  readonly files: readonly { readonly source: string; readonly content: string | undefined }[];
  readonly notUnderstood: readonly ImportFinding[];
  /** Read, but contradicting another part of the release. */
  readonly odd: readonly ImportFinding[];
};

export type Note = (finding: ImportFinding) => void;
