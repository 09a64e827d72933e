import { Alert } from '@trussworks/react-uswds';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/copy-button.tsx';

/** The recovery codes, the one time they are shown. */
export function RecoveryCodes({
  codes,
  done,
  onDone,
}: {
  readonly codes: readonly string[];
  /** What the button says that goes on. */
  readonly done: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('account');
  const text = codes.join('\n');
  const [file, setFile] = useState('');
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
    setFile(url);
    return () => URL.revokeObjectURL(url);
  }, [text]);
  return (
    <>
      <Alert type="warning" headingLevel="h2" slim>
        {t('codes.once')}
      </Alert>
      <p>{t('codes.text')}</p>
      <ul className="cairn-recovery-codes" aria-label={t('codes.list')}>
        {codes.map((code) => (
          <li key={code} className="cairn-code">
            {code}
          </li>
        ))}
      </ul>
      <div className="cairn-actions">
        <CopyButton text={text} what={t('codes.list')} />
        <a className="usa-button usa-button--outline" href={file} download={t('codes.file')}>
          {t('codes.download')}
        </a>
      </div>
      <div className="cairn-actions">
        <button type="button" className="usa-button" onClick={onDone}>
          {done}
        </button>
      </div>
    </>
  );
}
