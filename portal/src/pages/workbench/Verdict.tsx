import { useTranslation } from 'react-i18next';
import { StateTag } from '../../components/states.tsx';
import { type MessageView, verdictTone } from './messages.ts';

export function Verdict({ verdict }: { readonly verdict: MessageView['verdict'] }) {
  const { t } = useTranslation('workbench');
  return <StateTag tone={verdictTone(verdict)}>{t(`verdict.tag.${verdict}`)}</StateTag>;
}
