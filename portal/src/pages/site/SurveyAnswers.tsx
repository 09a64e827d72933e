import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Survey } from '../../api/site.ts';
import { QUESTIONS, useSurveyName } from './survey-questions.ts';

export function SurveyAnswers({ survey }: { readonly survey: Survey }) {
  const { t } = useTranslation('siteBidx');
  const nameOf = useSurveyName();
  const given = [
    ...QUESTIONS.map(({ name }) => ({
      name,
      text: t(`survey.${name}.${survey[name]}` as 'survey.ehrCanQuery.yes'),
    })),
    { name: 'queriesPerDay', text: String(survey.queriesPerDay) },
    { name: 'technicalContact', text: survey.technicalContact },
    { name: 'technicalEmail', text: survey.technicalEmail },
    { name: 'comments', text: survey.comments ?? '' },
  ];
  return (
    <dl className="cairn-facts">
      {given
        .filter(({ text }) => text !== '')
        .map(({ name, text }) => (
          <Fragment key={name}>
            <dt>{nameOf(name)}</dt>
            <dd className="cairn-lines">{text}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
