import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Puts a text into the clipboard, and says so. @param what what is copied, for those who do not see where the button stands */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = window.setTimeout(() => setCopied(false), 4000);
    return () => window.clearTimeout(timer);
  }, [isCopied]);
  // The clipboard is only there on https and on this computer itself.
  if (!('clipboard' in navigator)) return null;
  return (
    <span className="cairn-copy">
      <button
        type="button"
        className="usa-button usa-button--outline"
        aria-label={t('form.copyOf', { what })}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {t('form.copy')}
      </button>
      <span role="status">{isCopied ? `✓ ${t('form.copied')}` : ''}</span>
    </span>
  );
}
