import type { Registration } from './data.ts';
import type { StepForm } from './use-step.ts';

/** What the form of a step is given. */
export type StepProps = {
  readonly form: StepForm;
  readonly registration: Registration;
  /** A text field of that name, as `TextField` and its like take it. */
  readonly text: (name: string) => {
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly problem: string | undefined;
  };
  readonly problem: (name: string) => string | undefined;
};
