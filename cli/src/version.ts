/** Of Cairn: that of all its packages. */
export const VERSION = '0.1.0';
