import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joined, textOf } from './read-files.ts';
import { faultySample, sampleMessage } from './sample.ts';

/** An id of the registry such as the samples are of, for those who have none yet. */
const SOME_SITE = 'DE-000001';

/** Where messages are pasted, dropped, or chosen as files. */
export function MessageInput({
  text,
  problem,
  isChecking,
  site = SOME_SITE,
  onChange,
  onCheck,
}: {
  readonly text: string;
  readonly problem: 'empty' | 'large' | undefined;
  readonly isChecking: boolean;
  readonly site: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onCheck: () => void;
}) {
  const { t } = useTranslation('workbench');
  const chooser = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [isOver, setOver] = useState(false);
  const [said, setSaid] = useState<{ readonly added: number; readonly notRead: readonly string[] }>();
  const add = async (files: FileList) => {
    const read = await Promise.all(
      Array.from(files, async (file) => ({
        name: file.name,
        text: textOf(new Uint8Array(await file.arrayBuffer())),
      })),
    );
    const texts = read.flatMap((file) => (file.text === undefined ? [] : [file.text]));
    if (texts.length > 0) onChange(joined([text, ...texts]));
    setSaid({
      added: texts.length,
      notRead: read.filter((file) => file.text === undefined).map(({ name }) => name),
    });
  };
  // The button that was pressed is gone then.
  const put = (other: string) => {
    onChange(other);
    setSaid(undefined);
    field.current?.focus();
  };
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <form
      className="workbench-input"
      data-over={isOver}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        void add(event.dataTransfer.files);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onCheck();
      }}
    >
      <label className="usa-label" htmlFor="workbench-text">
        {t('input.label')}
      </label>
      <div className="usa-hint" id="workbench-hint">
        {isOver ? t('input.drop') : t('input.hint')}
      </div>
      {problem !== undefined && (
        <div className="usa-error-message" id="workbench-problem" role="alert">
          {t(`input.problem.${problem}`)}
        </div>
      )}
      <textarea
        ref={field}
        className={`usa-textarea workbench-text${problem === undefined ? '' : ' usa-input--error'}`}
        id="workbench-text"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        rows={10}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        wrap="off"
        aria-describedby={`workbench-hint${problem === undefined ? '' : ' workbench-problem'}`}
        aria-invalid={problem !== undefined}
      />
      <div role="status">
        {said && (
          <p className="cairn-meta">
            {said.added > 0 && t('input.added', { count: said.added })}{' '}
            {said.notRead.length > 0 && t('input.notRead', { names: said.notRead.join(', ') })}
          </p>
        )}
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept=".hl7,.txt,.dat,text/plain"
        onChange={(event) => {
          if (event.target.files) void add(event.target.files);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
      <div className="cairn-actions">
        <button type="submit" className="usa-button" disabled={isChecking}>
          {isChecking ? t('input.checking') : t('input.check')}
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => chooser.current?.click()}
        >
          {t('input.files')}
        </button>
        {text === '' ? (
          <>
            <button
              type="button"
              className="usa-button usa-button--outline"
              onClick={() => put(sampleMessage(site))}
            >
              {t('input.sample')}
            </button>
            <button
              type="button"
              className="usa-button usa-button--outline"
              onClick={() => put(faultySample(site))}
            >
              {t('input.faulty')}
            </button>
          </>
        ) : (
          <button type="button" className="usa-button usa-button--outline" onClick={() => put('')}>
            {t('input.clear')}
          </button>
        )}
      </div>
    </form>
  );
}
