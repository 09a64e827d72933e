import type { Words } from './words.ts';

const several = (count: number, one: string, more: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : more}`;

/** What is written about a site's exchange: its week, and that nothing comes any more. */
export const exchangeWordsEn: Words<'exchange-week' | 'site-silent'> = {
  'exchange-week': ({ siteName, siteCode, week, counts, findings, score, silentSince, link }, say) => {
    const all = counts.accepted + counts.partlyAccepted + counts.refused + counts.answered + counts.forwarded;
    const bad = counts.refused + counts.partlyAccepted;
    return {
      subject:
        all === 0
          ? `${siteName}: no messages last week`
          : bad === 0
            ? `${siteName}: ${several(all, 'message', 'messages')} last week, all in order`
            : `${siteName}: ${several(bad, 'message', 'messages')} of last week to correct`,
      blocks: [
        {
          p: `This is the week of ${siteName} (Site ID ${siteCode}) in the immunization data exchange, ${say.day(week.from)} to ${say.day(week.to)}.`,
        },
        ...(silentSince === undefined
          ? []
          : [
              {
                p: `Nothing has come in since ${say.moment(silentSince)}. Please check whether your EHR still sends, and whether its queue is stuck.`,
              },
            ]),
        {
          facts: [
            ['Accepted as they are', counts.accepted.toLocaleString('en-US')],
            ['Accepted, but some of it was left out', counts.partlyAccepted.toLocaleString('en-US')],
            ['Refused', counts.refused.toLocaleString('en-US')],
            ['Queries answered', counts.answered.toLocaleString('en-US')],
            ...(counts.forwarded === 0
              ? []
              : [['Answered by another registry', counts.forwarded.toLocaleString('en-US')] as const]),
            ...(score === undefined ? [] : [['Data quality', `${score} of 100`] as const]),
          ],
        },
        ...(findings.length === 0
          ? []
          : [
              { heading: 'What to correct first' },
              {
                list: findings.map(({ what, fix, messages }) =>
                  `${several(messages, 'message', 'messages')}: ${what} ${fix}`.trim(),
                ),
              },
            ]),
        { button: 'Look at the exchange', link },
        {
          p: 'This report is written on Mondays to the Data Exchange Contact and to those who watch the exchange of the site. Who that is, the site itself decides, on the page “People” of the site in the portal.',
        },
      ],
    };
  },
  'site-silent': ({ siteName, siteCode, since, link }, { moment }) => ({
    subject: `${siteName}: no messages since ${moment(since)}`,
    blocks: [
      {
        p: `${siteName} (Site ID ${siteCode}) sends immunization messages on most days. The last one came on ${moment(since)}, and none since.`,
      },
      { heading: 'What to look at' },
      {
        list: [
          'Is the practice closed? Then there is nothing to do.',
          'Does the EHR still send? Look at its outgoing queue, and ask whoever looks after the interface.',
          'Was a password changed, or has one expired? The registry refuses the old one.',
        ],
      },
      {
        p: 'What waits in the queue can be sent late: nothing is lost as long as it is sent. This is written once; no further mail comes until messages have come again.',
      },
      { button: 'Look at the messages', link },
    ],
  }),
};
