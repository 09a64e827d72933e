import type { Words } from './words.ts';

/** What is written about the stock of a site. */
export const inventoryWordsEn: Words<'deduction-changed'> = {
  'deduction-changed': ({ siteName, siteCode, state, from, reason, link }, { day }) => {
    const site = `${siteName} (Site ID ${siteCode})`;
    if (state === 'on') {
      const first = from === undefined ? '' : day(from);
      return {
        subject: `${siteName}: doses are deducted from your stock from ${first}`,
        blocks: [
          {
            p: `As you asked, doses that ${site} gives from ${first} on are deducted from its stock by its messages.`,
          },
          { heading: 'What to do' },
          {
            list: [
              'Count your stock on that morning, before the first dose, and record the count on the page “Inventory”.',
              'Do not enter doses that your messages report; they are deducted by themselves.',
              'Look at the list “Not deducted” every few days: it shows each dose that no lot was deducted for, and why.',
            ],
          },
          { button: 'Open the inventory', link },
        ],
      };
    }
    return {
      subject:
        state === 'off'
          ? `${siteName}: doses are no longer deducted from your stock`
          : `${siteName}: deducting doses was not turned on`,
      blocks: [
        {
          p:
            state === 'off'
              ? `The registry has turned it off that the messages of ${site} deduct doses from its stock.`
              : `The registry has not turned it on that the messages of ${site} deduct doses from its stock.`,
        },
        { facts: [['Reason', reason]] },
        { p: 'Your stock stays as it is. Enter the doses that you give by counting, until deduction is on.' },
        { button: 'Open the inventory', link },
      ],
    };
  },
};
