/** The same keys in another language: a text that is missing there does not compile. */
export type Same<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Same<Texts[Key]>;
};
