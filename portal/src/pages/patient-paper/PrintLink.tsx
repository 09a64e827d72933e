import { useTranslation } from 'react-i18next';

/** The record on paper, in the language of the page. It opens beside the record: the browser's own reader prints it. */
export function PrintLink({ patient }: { readonly patient: string }) {
  const { t, i18n } = useTranslation('patientPaper');
  const language = i18n.language.startsWith('es') ? 'es' : 'en';
  return (
    <a
      className="usa-button usa-button--outline"
      href={`/api/patients/${encodeURIComponent(patient)}/record.pdf?language=${language}`}
      target="_blank"
      rel="noopener"
    >
      {t('print')}
    </a>
  );
}
