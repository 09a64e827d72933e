/**
 * When the users of each region moved to the statewide registry, and from when they could enrol in its training. The exchange
 * moved on 3 October 2016; Bay Area, Central Valley and LA-Orange stayed on their own registries until later. The days of those
 * three, and all of training, are working assignments: a registry checks them before it relies on them.
 */
export const timeline = [
  { region: 'northern', trainingFrom: '2016-08-01', goLive: '2016-10-03' },
  { region: 'sacramento', trainingFrom: '2016-08-01', goLive: '2016-10-03' },
  { region: 'central-coast', trainingFrom: '2016-08-01', goLive: '2016-10-03' },
  { region: 'inland-empire', trainingFrom: '2016-08-01', goLive: '2016-10-03' },
  { region: 'bay-area', trainingFrom: '2016-11-01', goLive: '2017-01-17' },
  { region: 'central-valley', trainingFrom: '2017-01-03', goLive: '2017-03-06' },
  { region: 'la-orange', trainingFrom: '2017-02-01', goLive: '2017-04-10' },
] as const;
