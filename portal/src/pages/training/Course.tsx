import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api/client.ts';
import { useFormat } from '../../components/format.ts';
import { Asked, StateTag } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { type Course as Answer, courseQuery } from './data.ts';
import { Quiz } from './Quiz.tsx';

/** The lessons of a course, and the questions that complete it. */
export function Course() {
  return <SignedIn>{() => <Opened />}</SignedIn>;
}

function Opened() {
  const { t } = useTranslation('training');
  const { course } = useParams({ from: '/training/$course' });
  const query = useQuery({ ...courseQuery(course), retry: false });
  const title = query.data?.title ?? t('mine.title');
  useTitle(title);
  const isToEnrol = query.error instanceof Refused && query.error.code === 'not-enrolled';
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{title}</h1>
      <p>
        <Link to="/training" className="usa-link">
          {t('course.back')}
        </Link>
      </p>
      {isToEnrol ? (
        <p>{t('course.enrolFirst')}</p>
      ) : (
        <Asked query={query}>{(data) => <Read course={data} />}</Asked>
      )}
    </div>
  );
}

function Read({ course }: { readonly course: Answer }) {
  const { t } = useTranslation('training');
  const { day } = useFormat();
  const { summary, state, expiresOn, lessons, quiz } = course;
  return (
    <>
      <p className="cairn-lead">{summary}</p>
      {(state === 'completed' || state === 'expiring') && (
        <p>
          <StateTag tone="good">{t('mine.state.completed')}</StateTag>{' '}
          {expiresOn !== null && t('mine.until', { day: day(expiresOn) })}
        </p>
      )}
      <nav aria-label={t('course.lessons')}>
        <ol className="usa-list">
          {lessons.map(({ heading }, index) => (
            <li key={heading}>
              <a href={`#lesson-${index + 1}`} className="usa-link">
                {heading}
              </a>
            </li>
          ))}
          {quiz && (
            <li>
              <a href="#quiz" className="usa-link">
                {t('course.quiz')}
              </a>
            </li>
          )}
        </ol>
      </nav>
      {lessons.map(({ heading, paragraphs }, index) => (
        <section key={heading} id={`lesson-${index + 1}`} className="people-lesson">
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      {quiz && <Quiz course={course.id} quiz={quiz} />}
    </>
  );
}
