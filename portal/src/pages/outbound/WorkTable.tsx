import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../../components/states.tsx';
import { useFormat } from '../../components/format.ts';
import { AnswerText } from './AnswerText.tsx';
import type { WorkItem } from './data.ts';
import { useIsKnown, useWhy } from './words.ts';

export type Choosing = {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (ids: readonly string[], isChosen: boolean) => void;
};

/** Messages for another registry; of whom they are is not said here. */
export function WorkTable({
  endpoint,
  items,
  caption,
  choosing,
}: {
  readonly endpoint: string;
  readonly items: readonly WorkItem[];
  readonly caption: string;
  /** Left out: there is nothing to choose. */
  readonly choosing?: Choosing;
}) {
  const { t } = useTranslation('outbound');
  return (
    <div className="cairn-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="usa-table usa-table--borderless usa-table--stacked staff-table outbound-table">
        <caption className="usa-sr-only">{caption}</caption>
        <thead>
          <tr>
            {choosing && (
              <th scope="col">
                <span className="usa-sr-only">{t('work.column.choose')}</span>
              </th>
            )}
            <th scope="col">{t('work.column.message')}</th>
            <th scope="col">{t('work.column.site')}</th>
            <th scope="col">{t('work.column.why')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} endpoint={endpoint} item={item} {...(choosing ? { choosing } : {})} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  endpoint,
  item,
  choosing,
}: {
  readonly endpoint: string;
  readonly item: WorkItem;
  readonly choosing?: Choosing;
}) {
  const { t } = useTranslation('outbound');
  const { moment } = useFormat();
  const why = useWhy();
  const isKnown = useIsKnown();
  const [isOpen, setOpen] = useState(false);
  const { id, at, site, controlId, state, attempts, code, words, hasAnswer } = item;
  const called = controlId === '' ? t('work.noId') : controlId;
  return (
    <>
      <tr>
        {choosing && (
          <td className="outbound-choose">
            <div className="usa-checkbox">
              <input
                className="usa-checkbox__input"
                id={`choose-${id}`}
                type="checkbox"
                checked={choosing.chosen.has(id)}
                onChange={({ target }) => choosing.choose([id], target.checked)}
              />
              <label className="usa-checkbox__label" htmlFor={`choose-${id}`}>
                <span className="usa-sr-only">{t('work.chooseOne', { id: called })}</span>
              </label>
            </div>
          </td>
        )}
        <th scope="row" data-label={t('work.column.message')}>
          <Link to="/exchange/messages/$message" params={{ message: id }} className="usa-link">
            <span className="cairn-code">{called}</span>
          </Link>
          <span className="staff-row__facts">{moment(at)}</span>
        </th>
        <td data-label={t('work.column.site')}>
          <div>
            {site.name}
            <span className="staff-row__facts">
              <span className="cairn-code">{site.code}</span>
            </span>
          </div>
        </td>
        <td data-label={t('work.column.why')}>
          <div>
            <StateTag tone={state === 'unknown' ? 'warn' : 'bad'}>{t(`state.${state}`)}</StateTag>
            <span className="staff-row__wait">{why(code)}</span>
            {words !== '' && !isKnown(code) && (
              <span className="staff-row__facts" lang="en">
                {words}
              </span>
            )}
            <span className="staff-row__facts">
              <span>{t('work.tries', { count: attempts })}</span>
              {hasAnswer && (
                <button
                  type="button"
                  className="usa-button usa-button--unstyled"
                  aria-expanded={isOpen}
                  aria-label={t('work.answerOf', { id: called })}
                  onClick={() => setOpen(!isOpen)}
                >
                  {t('work.answer')}
                </button>
              )}
            </span>
          </div>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={choosing ? 4 : 3}>
            <AnswerText endpoint={endpoint} message={id} onClose={() => setOpen(false)} />
          </td>
        </tr>
      )}
    </>
  );
}
