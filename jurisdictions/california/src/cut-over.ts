/** The day on which all submissions went to CAIR2; before it the IZ Portal passed each to the registry of its region. */
export const cutOver = {
  day: '2016-10-03',
  /** The path under which CAIR's web service was known before (WSDL of that time). */
  oldAddresses: ['/CAPRD-WS/IISService'],
} as const;
