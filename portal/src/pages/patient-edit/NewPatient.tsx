import { Alert, Button } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { useFormat } from '../../components/format.ts';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { type Codes, codesQuery, useEntry } from './api.ts';
import { BLANK, changesIn, type PersonValues, sexOf } from './person-values.ts';
import { IdentityFields, MoreFields, usePersonLabel } from './PersonFields.tsx';

/** A patient whom nobody found: those who are like it are shown before it is added. */
export function NewPatient() {
  const { t } = useTranslation('patientEdit');
  useTitle(t('newPatient'));
  return (
    <div className="cairn-main cairn-narrow">
      <SignedIn>
        {({ may }) => (
          <>
            <h1>{t('newPatient')}</h1>
            {may.changePatients ? <Loaded /> : <p>{t('notYours')}</p>}
          </>
        )}
      </SignedIn>
    </div>
  );
}

function Loaded() {
  const codes = useQuery(codesQuery);
  return <Asked query={codes}>{(tables) => <Form codes={tables} />}</Asked>;
}

type Alike = {
  readonly id: string;
  readonly last: string;
  readonly first: string;
  readonly birthDate: string;
};

function Form({ codes }: { readonly codes: Codes }) {
  const { t } = useTranslation(['patientEdit', 'common']);
  const label = usePersonLabel();
  const navigate = useNavigate();
  const [values, setValues] = useState<PersonValues>(BLANK);
  const [alike, setAlike] = useState<readonly Alike[]>([]);
  const [isHidden, setHidden] = useState(false);
  // Others are looked for again where something else is typed.
  const change = (some: Partial<PersonValues>): void => {
    setAlike([]);
    setValues((before) => ({ ...before, ...some }));
  };
  const entry = useEntry(undefined, () => {
    const { last, first, birthDate, sex } = values;
    return answer(
      api.POST('/api/patients', {
        body: {
          ...changesIn(values, BLANK),
          last,
          first,
          birthDate,
          sex: sexOf(sex),
          addAnyway: alike.length > 0,
        },
      }),
    );
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    entry.send((added) => {
      if (added.patient !== null) {
        void navigate({ to: '/patients/$patient', params: { patient: added.patient } });
      } else if (added.alike.length > 0) setAlike(added.alike);
      else setHidden(true);
    });
  };
  const props = { codes, values, change, problems: entry.problems };
  if (isHidden) return <Recorded />;
  return (
    <form onSubmit={submit} noValidate className="edit-form">
      <p className="usa-hint">{t('patientEdit:newHint')}</p>
      <ErrorSummary error={entry.error} label={label} />
      <IdentityFields {...props} />
      <details
        className="edit-more"
        open={[...entry.problems.keys()].some((name) => !IDENTITY.has(name)) || undefined}
      >
        <summary>{t('patientEdit:person.more')}</summary>
        <MoreFields {...props} />
      </details>
      {alike.length > 0 && <AlikeList alike={alike} />}
      <div className="cairn-actions">
        <Button type="submit" disabled={entry.isPending} outline={alike.length > 0}>
          {entry.isPending
            ? t('patientEdit:saving')
            : t(alike.length > 0 ? 'patientEdit:alike.none' : 'patientEdit:addPatient')}
        </Button>
        <Link to="/patients" className="usa-link">
          {t('common:form.cancel')}
        </Link>
      </div>
    </form>
  );
}

const IDENTITY = new Set(['last', 'first', 'birthDate', 'sex']);

function AlikeList({ alike }: { readonly alike: readonly Alike[] }) {
  const { t } = useTranslation('patientEdit');
  const { day } = useFormat();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1} className="margin-y-3">
      <Alert type="warning" headingLevel="h2" heading={t('alike.title')} validation role="alert">
        <p>{t('alike.text')}</p>
        <ul className="usa-list">
          {alike.map(({ id, last, first, birthDate }) => (
            <li key={id}>
              <Link to="/patients/$patient" params={{ patient: id }} className="usa-link">
                {first} {last}
              </Link>
              {birthDate !== '' && `, ${t('born', { day: day(birthDate) })}`}
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}

/** What was entered went to a record that is not shared with this organization. */
function Recorded() {
  const { t } = useTranslation('patientEdit');
  const name = useSession()?.registryName ?? '';
  return (
    <Alert type="info" headingLevel="h2" heading={t('recorded.title')} validation>
      <p>{t('recorded.text', { registry: name })}</p>
      <Link to="/patients" className="usa-link">
        {t('recorded.back')}
      </Link>
    </Alert>
  );
}
