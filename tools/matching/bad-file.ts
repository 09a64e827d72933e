/** A file that cannot be read as any known format; the message begins with the file and the line. */
export class BadFile extends Error {}
