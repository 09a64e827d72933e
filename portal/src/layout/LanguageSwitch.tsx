import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage } from '../i18n/index.ts';

export function LanguageSwitch() {
  const { t } = useTranslation();
  const other = currentLanguage() === 'en' ? 'es' : 'en';
  return (
    <button
      type="button"
      className="cairn-language"
      lang={other}
      title={t('language.otherLabel')}
      onClick={() => void chooseLanguage(other)}
    >
      {t('language.other')}
    </button>
  );
}
