import type { Finding } from './messages.ts';

// U.S. Web Design System icons: error, warning, info.
const PATHS: Readonly<Record<Finding['severity'], string>> = {
  E: 'M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2zm1 15h-2v-2h2v2zm0-4h-2V7h2v6z',
  W: 'M1 21h22L12 2 1 21zm12-3h-2v-2h2v2zm0-4h-2v-4h2v4z',
  I: 'M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2zm1 15h-2v-6h2v6zm0-8h-2V7h2v2z',
};

/** Stands beside the word; says nothing by itself. */
export function SeverityIcon({ severity }: { readonly severity: Finding['severity'] }) {
  return (
    <svg
      className="workbench-icon"
      data-severity={severity}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[severity]} fill="currentColor" />
    </svg>
  );
}
