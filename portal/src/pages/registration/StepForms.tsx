import type { Step } from './data.ts';
import type { StepProps } from './step-props.ts';
import { Agreement } from './steps/Agreement.tsx';
import { Clinical } from './steps/Clinical.tsx';
import { Contacts } from './steps/Contacts.tsx';
import { Ehr } from './steps/Ehr.tsx';
import { MeaningfulUse } from './steps/MeaningfulUse.tsx';
import { Place } from './steps/Place.tsx';
import { Type } from './steps/Type.tsx';
import type { Submit } from './use-submit.ts';

export function StepForms({
  step,
  submit,
  props,
}: {
  readonly step: Step;
  readonly submit: Submit;
  readonly props: StepProps;
}) {
  switch (step) {
    case 'place':
      return <Place {...props} />;
    case 'clinical':
      return <Clinical {...props} />;
    case 'contacts':
      return <Contacts {...props} />;
    case 'ehr':
      return <Ehr {...props} />;
    case 'type':
      return <Type {...props} />;
    case 'meaningful-use':
      return <MeaningfulUse {...props} />;
    case 'agreement':
      return <Agreement {...props} submit={submit} />;
  }
}
