import { useTranslation } from 'react-i18next';
import { useTitle } from '../../components/title.ts';

export function NotDeducted() {
  const { t } = useTranslation('inventory');
  useTitle(t('title'));
  return (
    <div className="cairn-main">
      <h1>{t('title')}</h1>
    </div>
  );
}
