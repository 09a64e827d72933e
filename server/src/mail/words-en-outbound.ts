import type { Words } from './words.ts';

const messages = (count: number): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'message' : 'messages'}`;

/** What the registry's administrators hear of the connections to other registries. */
export const outboundWordsEn: Words<'outbound-trouble'> = {
  'outbound-trouble': ({ name, registries, link }, { moment }) => ({
    subject:
      registries.length === 1
        ? `The connection to ${registries[0]?.name} needs attention`
        : `${registries.length} connections to other registries need attention`,
    to: name,
    blocks: [
      {
        p: 'Nothing is lost: what another registry has not taken is kept until it has, or until somebody gives it up.',
      },
      ...registries.flatMap(({ name: registry, undelivered, silentSince, waitingSince }) => [
        { heading: registry },
        {
          list: [
            ...(undelivered === 0
              ? []
              : [
                  `It has not taken ${messages(undelivered)}. Send again what can be taken now, give up the rest.`,
                ]),
            ...(silentSince === undefined
              ? []
              : [`It has not answered since ${moment(silentSince)}. Ask those who run it what is wrong.`]),
            ...(waitingSince === undefined
              ? []
              : [`The oldest message for it has waited since ${moment(waitingSince)}.`]),
          ],
        },
      ]),
      { button: 'Look at the connections', link },
      { p: 'This is written at most once a day, for as long as something needs attention.' },
    ],
  }),
};
