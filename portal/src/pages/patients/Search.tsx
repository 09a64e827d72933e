import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField, useProblemText } from '../../components/problems.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { type Asked, KEPT_MS, LAST_SEARCH, type LastSearch, NOTHING_ASKED, searchPatients } from './data.ts';
import { Results } from './Results.tsx';

/** Whom are you looking for: one form, and who fits. */
export function Search() {
  const { t } = useTranslation('patients');
  const text = useProblemText();
  useTitle(t('search.title'));
  return (
    <SignedIn>
      {({ may, staffRole, acting }) => (
        <div className="cairn-main cairn-narrow">
          <h1>{t('search.title')}</h1>
          {may.seePatients ? (
            <Finder
              mayAdd={may.changePatients}
              mayOpen={may.changePatients || staffRole === 'administrator'}
            />
          ) : (
            <p>{text(acting?.holdUp ?? 'not-allowed')}</p>
          )}
        </div>
      )}
    </SignedIn>
  );
}

function Finder({ mayAdd, mayOpen }: { readonly mayAdd: boolean; readonly mayOpen: boolean }) {
  const { t } = useTranslation('patients');
  const queries = useQueryClient();
  const last = useQuery<LastSearch | null>({
    queryKey: LAST_SEARCH,
    queryFn: () => null,
    enabled: false,
    gcTime: KEPT_MS,
  }).data;
  const [asked, setAsked] = useState<Asked>(last?.asked ?? NOTHING_ASKED);
  const results = useRef<HTMLDivElement>(null);
  const firstField = useRef<HTMLFormElement>(null);
  const [shownAt, setShownAt] = useState(0);
  const search = useMutation({
    mutationFn: searchPatients,
    onSuccess: (found, body) => {
      queries.setQueryData<LastSearch>(LAST_SEARCH, { asked: body, found });
      setShownAt((times) => times + 1);
    },
  });
  useEffect(() => {
    if (shownAt > 0) results.current?.focus();
  }, [shownAt]);
  const problems = problemsByField(search.error);
  const field = (name: keyof Asked) => ({
    name,
    label: t(`search.${name}`),
    value: asked[name],
    onChange: (value: string) => setAsked((before) => ({ ...before, [name]: value })),
    problem: problems.get(name),
    // What is kept of patients by browsers is shown to whoever sits there next.
    autoComplete: 'off',
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    search.mutate(trimmed(asked));
  };
  const clear = (): void => {
    queries.setQueryData<LastSearch | null>(LAST_SEARCH, null);
    setAsked(NOTHING_ASKED);
    search.reset();
    firstField.current?.querySelector('input')?.focus();
  };
  return (
    <>
      <p className="cairn-lead">{t('search.lead')}</p>
      <form
        onSubmit={submit}
        noValidate
        className="patients-form"
        autoComplete="off"
        ref={firstField}
        role="search"
        aria-label={t('search.title')}
      >
        <ErrorSummary error={search.error} label={(where) => t(`search.${where as keyof Asked}`)} />
        <div className="patients-form__names">
          <TextField {...field('last')} />
          <TextField {...field('first')} />
          <TextField {...field('birthDate')} type="date" hint={t('search.birthDateHint')} />
        </div>
        <details className="patients-more" open={asked.phone !== '' || asked.id !== '' || undefined}>
          <summary>{t('search.otherWays')}</summary>
          <div className="patients-form__names">
            <TextField {...field('phone')} type="tel" hint={t('search.phoneHint')} />
            <TextField {...field('id')} />
          </div>
        </details>
        <div className="cairn-actions">
          <Button type="submit" disabled={search.isPending}>
            {search.isPending ? t('search.doing') : t('search.do')}
          </Button>
          {last && (
            <Button type="button" unstyled className="patients-clear" onClick={clear}>
              {t('search.clear')}
            </Button>
          )}
        </div>
      </form>
      <div ref={results} tabIndex={-1} className="patients-results" aria-busy={search.isPending}>
        {last && !search.isPending && !search.isError && <Results found={last.found} mayAdd={mayAdd} />}
      </div>
      {mayOpen && (
        <p className="patients-emergency">
          <Link to="/patients/emergency" className="usa-link">
            {t('search.emergency')}
          </Link>
        </p>
      )}
    </>
  );
}

const trimmed = (asked: Asked): Asked => ({
  last: asked.last.trim(),
  first: asked.first.trim(),
  birthDate: asked.birthDate,
  phone: asked.phone.trim(),
  id: asked.id.trim(),
});
