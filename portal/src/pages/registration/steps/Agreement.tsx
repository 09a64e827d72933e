import { Checkbox, ErrorMessage, Fieldset, FormGroup } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../api/client.ts';
import { TextField } from '../../../components/fields.tsx';
import { ErrorSummary, fieldId, useProblemText } from '../../../components/problems.tsx';
import { Asked } from '../../../components/states.tsx';
import { type Jurisdiction, useJurisdiction } from '../../../api/jurisdiction.ts';
import type { StepProps } from '../step-props.ts';
import type { Submit } from '../use-submit.ts';
import { Incomplete } from './Incomplete.tsx';
import { Review } from './Review.tsx';
import { Similar } from './Similar.tsx';

/** The last step: look at everything once more, then accept the agreement. */
export function Agreement({ submit, ...props }: StepProps & { readonly submit: Submit }) {
  const { registration } = props;
  const query = useJurisdiction();
  const isIncomplete = submit.error instanceof Refused && submit.error.code === 'request-invalid';
  return (
    <>
      {isIncomplete ? null : <ErrorSummary error={submit.error} />}
      <Incomplete registration={registration} asked={isIncomplete ? submit.error : null} />
      <Similar submit={submit} />
      <Review registration={registration} />
      <Asked query={query}>{({ agreement }) => <Accept agreement={agreement} {...props} />}</Asked>
    </>
  );
}

function Accept({
  agreement,
  form,
  text,
  problem,
}: StepProps & { readonly agreement: Jurisdiction['agreement'] }) {
  const { t } = useTranslation('registration');
  const problemText = useProblemText();
  const found = problem('accepted') ?? problem('version');
  // What was accepted in an older version is accepted anew.
  const isAccepted = form.values['accepted'] === true && form.values['version'] === agreement.version;
  return (
    <>
      <section className="registration-group" id={fieldId('version')} tabIndex={-1}>
        <h2>{agreement.title}</h2>
        <p className="cairn-meta">{t('agreement.version', { version: agreement.version })}</p>
        <div
          className="cairn-panel registration-agreement"
          role="region"
          aria-label={agreement.title}
          tabIndex={0}
        >
          {agreement.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </section>
      <Fieldset legend={t('agreement.signTitle')} legendStyle="large" className="registration-group">
        <p className="usa-hint margin-top-0">{t('agreement.signText')}</p>
        <TextField {...text('name')} autoComplete="name" />
        <TextField {...text('title')} autoComplete="organization-title" />
        <FormGroup error={found !== undefined}>
          {found !== undefined && (
            <ErrorMessage id={`${fieldId('accepted')}-problem`}>{problemText(found)}</ErrorMessage>
          )}
          <Checkbox
            id={fieldId('accepted')}
            name="accepted"
            label={t('agreement.accept')}
            checked={isAccepted}
            aria-invalid={found !== undefined}
            aria-describedby={found === undefined ? undefined : `${fieldId('accepted')}-problem`}
            onChange={({ target }) => {
              form.set('version', agreement.version);
              form.set('accepted', target.checked);
            }}
          />
        </FormGroup>
      </Fieldset>
      <p className="margin-top-3">{t('agreement.afterwards')}</p>
    </>
  );
}
