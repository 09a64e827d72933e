/** The portal's routes, as its OpenAPI document names them: tests that hold of all routes read them here. */
import { Browserless } from './portal.ts';

/** JSON Schema, as far as the document uses it. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
};

type Parameter = { readonly in: 'path' | 'query'; readonly name: string; readonly schema: Schema };

export type Operation = {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/api/sites/{site}/notes` */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Undefined where the route takes none. */
  readonly body: Schema | undefined;
};

type Document = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId: string;
            readonly parameters?: readonly Parameter[];
            readonly requestBody?: {
              // What is sent as a file has no JSON.
              readonly content: { readonly 'application/json'?: { readonly schema: Schema } };
            };
          }
        >
      >
    >
  >;
};

/** All routes of the document. */
export async function operationsOf(url: string): Promise<readonly Operation[]> {
  const { body } = await new Browserless(url).get('/api/docs');
  const { paths } = body as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => ({
      id: operationId,
      method: method.toUpperCase() as Operation['method'],
      path,
      parameters,
      body: requestBody?.content['application/json']?.schema,
    })),
  );
}

/** Whether the registry's staff alone may ask it. */
export const isForStaff = ({ path }: Operation): boolean =>
  path.startsWith('/api/staff/') ||
  /\/(?:notes|send-back|real-data|promotion|suspend|lift|routing|decrement(?!-))\b/.test(path);

export const isChange = ({ method }: Operation): boolean => method !== 'GET';

/** The address with its places filled; what is sent is percent-encoded byte by byte, also what is no text. */
export function addressOf({ path, parameters }: Operation, values: Readonly<Record<string, string>>): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => percentEncoded(values[name] ?? ''));
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && values[parameter.name] !== undefined)
    .map(({ name }) => `${name}=${percentEncoded(values[name] ?? '')}`);
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}

const percentEncoded = (text: string): string =>
  text.replaceAll(/[^\w-]/gsu, (character) =>
    /\p{Surrogate}/u.test(character)
      ? '%ED%A0%80'
      : [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  );
