import 'i18next';
import type common from './en/common.ts';
import type problems from './en/problems.ts';
import type registration from './en/registration.ts';
import type statement from './en/statement.ts';
import type workbench from './en/workbench.ts';
import type account from './en/account.ts';

import type site from './en/site.ts';
import type siteAdmin from './en/siteAdmin.ts';
import type siteBidx from './en/siteBidx.ts';
import type siteClients from './en/siteClients.ts';
import type siteEvents from './en/siteEvents.ts';
import type siteOverview from './en/siteOverview.ts';
import type staff from './en/staff.ts';
import type mail from './en/mail.ts';
import type acknowledgements from './en/acknowledgements.ts';
import type files from './en/files.ts';
import type history from './en/history.ts';
import type inventory from './en/inventory.ts';
import type outbound from './en/outbound.ts';
import type people from './en/people.ts';
import type training from './en/training.ts';
import type patients from './en/patients.ts';
import type patientEdit from './en/patientEdit.ts';
import type patientPaper from './en/patientPaper.ts';
import type monitoring from './en/monitoring.ts';
import type messages from './en/messages.ts';
import type audit from './en/audit.ts';
import type review from './en/review.ts';
import type reviewWords from './en/reviewWords.ts';

declare module 'i18next' {
  // Declaration merging is how i18next is told of its texts, and only an interface merges.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface CustomTypeOptions {
    readonly defaultNS: 'common';
    readonly resources: {
      readonly common: typeof common;
      readonly problems: typeof problems;
      readonly site: typeof site;
      readonly siteAdmin: typeof siteAdmin;
      readonly siteBidx: typeof siteBidx;
      readonly siteClients: typeof siteClients;
      readonly siteEvents: typeof siteEvents;
      readonly siteOverview: typeof siteOverview;
      readonly staff: typeof staff;
      readonly mail: typeof mail;
      readonly statement: typeof statement;
      readonly workbench: typeof workbench;
      readonly registration: typeof registration;
      readonly account: typeof account;
      readonly acknowledgements: typeof acknowledgements;
      readonly files: typeof files;
      readonly history: typeof history;
      readonly inventory: typeof inventory;
      readonly outbound: typeof outbound;
      readonly people: typeof people;
      readonly training: typeof training;
      readonly patients: typeof patients;
      readonly patientEdit: typeof patientEdit;
      readonly patientPaper: typeof patientPaper;
      readonly monitoring: typeof monitoring;
      readonly messages: typeof messages;
      readonly audit: typeof audit;
      readonly review: typeof review;
      readonly reviewWords: typeof reviewWords;
    };
  }
}
