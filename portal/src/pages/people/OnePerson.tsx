import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { problemsByField } from '../../components/problems.tsx';
import { StateTag } from '../../components/states.tsx';
import { Sure } from '../site/Sure.tsx';
import { type Person, sendRequest, useAsk } from './data.ts';
import { type Chosen, RightsFields, rightsOf, TrainingTag, useRights } from './Rights.tsx';

type Say = (text: string) => void;

/** Somebody of the organization: what they may do, what they have learnt, and what can be asked for. */
export function OnePerson({ person, say }: { readonly person: Person; readonly say: Say }) {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const rights = useRights();
  const { name, email, role, training, isMe, hasSignedIn, isWaiting } = person;
  return (
    <li className="cairn-panel people-one">
      <div className="cairn-row">
        <h3 className="site-name">
          {name}
          {isMe && <span className="cairn-meta"> ({t('update.you')})</span>}
        </h3>
        {training && <TrainingTag training={training} day={day} />}
        {isWaiting && <StateTag tone="info">{t('update.waiting')}</StateTag>}
      </div>
      <p className="people-rights">{rights(person)}</p>
      <p className="cairn-meta margin-y-05">
        {[
          email,
          ...(role === 'site-contact' || role === 'data-exchange-contact'
            ? [t(`update.contact.${role}`)]
            : []),
          ...(hasSignedIn ? [] : [t('update.invited')]),
        ].join(' · ')}
      </p>
      {!isMe && (
        <div className="staff-choices">
          {!isWaiting && <Change person={person} say={say} />}
          <End person={person} say={say} />
        </div>
      )}
    </li>
  );
}

function Change({ person, say }: { readonly person: Person; readonly say: Say }) {
  const { t } = useTranslation('people');
  const { name, email, userRole, isLocalAdministrator } = person;
  const [chosen, setChosen] = useState<Chosen>({ role: userRole ?? 'none', isLocalAdministrator });
  const id = useId();
  const change = useAsk(
    () => sendRequest({ kind: 'change', email, ...rightsOf(chosen), note: '' }),
    'accounts',
  );
  return (
    <Sure
      ask={t('update.change.ask')}
      about={name}
      title={t('update.change.title', { name })}
      confirm={t('update.change.do')}
      confirming={t('update.change.doing')}
      change={change}
      run={() => change.mutateAsync(undefined)}
      onDone={() => say(t('update.change.done', { name }))}
    >
      <RightsFields
        id={id}
        chosen={chosen}
        onChange={setChosen}
        problem={problemsByField(change.error).get('userRole')}
      />
    </Sure>
  );
}

function End({ person: { name, email }, say }: { readonly person: Person; readonly say: Say }) {
  const { t } = useTranslation('people');
  const end = useAsk(() => sendRequest({ kind: 'end', email, note: '' }), 'accounts');
  return (
    <Sure
      ask={t('update.end.ask')}
      about={name}
      title={t('update.end.title', { name })}
      confirm={t('update.end.do')}
      confirming={t('update.end.doing')}
      isGrave
      change={end}
      run={() => end.mutateAsync(undefined)}
      onDone={() => say(t('update.end.done', { name }))}
    >
      <p>{t('update.end.text')}</p>
    </Sure>
  );
}
