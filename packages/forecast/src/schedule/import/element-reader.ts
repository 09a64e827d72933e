import { parseDay, parseDuration } from '../../dates.ts';
import type { Note } from './report.ts';
import type { XmlElement } from './xml-tree.ts';

/**
 * Reads the children of an element by name and remembers which were asked for, so that `done` can tell what nobody
 * asked for. Blank and `n/a` are not given (logic specification 4.6, 3). What cannot be read is noted and not given.
 */
export class ElementReader {
  readonly element: XmlElement;
  readonly #source: string;
  readonly #path: string;
  readonly #note: Note;
  readonly #asked = new Set<string>();

  constructor(element: XmlElement, source: string, note: Note, path = element.name) {
    this.element = element;
    this.#source = source;
    this.#note = note;
    this.#path = path;
  }

  get isEmpty(): boolean {
    const { children, text, attributes } = this.element;
    return children.length === 0 && text === '' && attributes.length === 0;
  }

  note(why: string, text = this.element.text, element = this.element, path = this.#path): void {
    this.#note({ source: this.#source, line: element.line, path, text, why });
  }

  all(name: string): readonly ElementReader[] {
    this.#asked.add(name);
    return this.element.children
      .filter((child) => child.name === name)
      .map((child) => new ElementReader(child, this.#source, this.#note, `${this.#path}/${name}`));
  }

  one(name: string): ElementReader | undefined {
    const [first, second] = this.all(name);
    if (second) second.note('It may be there only once; the first is taken.');
    return first;
  }

  text(name: string): string | undefined {
    return this.one(name)?.ownText();
  }

  texts(name: string): readonly string[] {
    return this.all(name)
      .map((child) => child.ownText())
      .filter((text) => text !== undefined);
  }

  /** The text of an element that has text only. */
  ownText(): string | undefined {
    this.done(true);
    const { text } = this.element;
    return text === '' || text.toLowerCase() === 'n/a' ? undefined : text;
  }

  /** `12 months - 4 days` as `12m-4d`. */
  duration(name: string): string | undefined {
    return this.#read(name, 'age or interval', (text) => {
      const compact = text
        .toLowerCase()
        .replace(/(\d)\s*(year|month|week|day)s?\b/g, (_, digit: string, unit: string) => digit + unit[0])
        .replace(/\s+/g, '');
      return parseDuration(compact)?.text;
    });
  }

  /** yyyymmdd, mm/dd/yyyy or yyyy-mm-dd as YYYY-MM-DD. */
  day(name: string): string | undefined {
    return this.#read(name, 'date', (text) => {
      const plain = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text);
      const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
      const [year = '', month = '', day = ''] = slashed
        ? [slashed[3], slashed[1], slashed[2]]
        : [plain?.[1], plain?.[2], plain?.[3]];
      const civil = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      return parseDay(civil) === undefined ? undefined : civil;
    });
  }

  count(name: string): number | undefined {
    return this.#read(name, 'number', (text) => (/^\d{1,4}$/.test(text) ? Number(text) : undefined));
  }

  volume(name: string): string | undefined {
    return this.#read(name, 'volume', (text) => (/^\d+(?:\.\d+)?$/.test(text) ? text : undefined));
  }

  /** One of several words, in any case. */
  oneOf<Value extends string>(name: string, values: Readonly<Record<string, Value>>): Value | undefined {
    return this.#read(name, Object.keys(values).join(', '), (text) => values[text.toLowerCase()]);
  }

  flag(name: string): true | undefined {
    const value = this.oneOf(name, { yes: 'yes', y: 'yes', no: 'no', n: 'no' });
    return value === 'yes' ? true : undefined;
  }

  /** A CVX code; at least two digits. */
  cvx(name: string): string | undefined {
    return this.#read(name, 'CVX code', cvxCode);
  }

  /** CVX codes separated by semicolons. */
  cvxList(name: string): readonly string[] | undefined {
    return this.#read(name, 'list of CVX codes', (text) => {
      const codes = listed(text).map(cvxCode);
      const known = codes.filter((code) => code !== undefined);
      return known.length === codes.length ? known : undefined;
    });
  }

  /** A CDSi observation code; three digits. */
  observation(name: string): string | undefined {
    return this.#read(name, 'observation code', (text) =>
      /^\d{1,4}$/.test(text) ? text.padStart(3, '0') : undefined,
    );
  }

  list(name: string): readonly string[] | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : listed(text);
  }

  #read<Value>(name: string, what: string, read: (text: string) => Value | undefined): Value | undefined {
    const child = this.one(name);
    const text = child?.ownText();
    if (child === undefined || text === undefined) return undefined;
    const value = read(text);
    if (value === undefined) child.note(`Not understood as ${what}.`);
    return value;
  }

  /** Explanations that are not taken over: known, so that they are no finding. */
  ignore(...names: readonly string[]): void {
    for (const name of names) this.#asked.add(name);
  }

  /** Notes what nobody asked for. To be called when everything was. */
  done(hasText = false): void {
    for (const attribute of this.element.attributes) this.note(`Unknown attribute ${attribute}.`, '');
    if (!hasText && this.element.text !== '') this.note('Text where only elements are known.');
    for (const child of this.element.children) {
      if (!this.#asked.has(child.name))
        this.note('Unknown element.', child.text, child, `${this.#path}/${child.name}`);
    }
  }
}

const cvxCode = (text: string): string | undefined =>
  /^\d{1,4}$/.test(text) ? text.padStart(2, '0') : undefined;

const listed = (text: string): readonly string[] =>
  text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
