import type { Operations } from './schema';
import { Problem, problemOf } from './problem';

type Method<K> = K extends `${infer M} ${string}` ? M : never;
type PathOf<K> = K extends `${string} ${infer P}` ? P : never;
export type Gets = Extract<keyof Operations, `GET ${string}`>;
type Writes = Exclude<keyof Operations, Gets>;
type Names<P> = P extends `${string}{${infer N}}${infer Rest}` ? (N extends `${infer Plain}:${string}` ? Plain : N) | Names<Rest> : never;
type Params<K> = [Names<PathOf<K>>] extends [never] ? { path?: undefined } : { path: Record<Names<PathOf<K>>, string | number> };

export type Query = Record<string, string | number | boolean | undefined | readonly string[]>;
export type ReadOptions<K> = Params<K> & { query?: Query; signal?: AbortSignal };
export type WriteOptions<K extends keyof Operations> = Params<K> & {
  query?: Query;
  body?: Operations[K]['body'];
  /** Tag that the resource must still carry; `*`: whatever is there. */
  ifMatch?: string;
  /** Only makes a new resource; one that somebody else made in the meantime is a conflict. */
  onlyNew?: boolean;
};

/** An answer with the tag of its version. */
export interface Tagged<T> {
  body: T;
  tag: string;
}

const csrfCookie = 'du_csrf';
let language = 'zh-CN';
let onSignedOut: (() => Promise<boolean>) | undefined;

/** Words of answers come in this language from now on. */
export const speak = (next: string) => {
  language = next;
};

/** Whom to ask when the session has ended: true when there is another one now and the request may be repeated. */
export const whenSignedOut = (ask: typeof onSignedOut) => {
  onSignedOut = ask;
};

let skew = 0;

/** The server's time as far as answers told it: deadlines are the server's to judge, whatever the device's clock says. */
export const serverNow = () => Date.now() + skew;

const offline = () => (language === 'en' ? 'The service can’t be reached. Check the network and try again.' : '无法连接服务器，请检查网络后重试。');
const unreadable = () => (language === 'en' ? 'The service answered in an unexpected way.' : '服务器的答复无法读取，请稍后重试。');

/** The address of an operation. */
export function addressOf(operation: string, path?: Record<string, string | number>, query?: Query): string {
  const template = operation.slice(operation.indexOf(' ') + 1);
  const filled = template.replace(/\{(\w+)(:\w+)?\}/g, (_, name: string) => encodeURIComponent(String(path?.[name] ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (Array.isArray(value)) value.forEach((one) => search.append(name, one));
    else if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api/v1${filled}${text ? `?${text}` : ''}`;
}

async function send(method: string, address: string, headers: Record<string, string>, body?: BodyInit, signal?: AbortSignal): Promise<Response> {
  const attempt = async () => {
    const csrf = document.cookie.split('; ').find((c) => c.startsWith(`${csrfCookie}=`))?.slice(csrfCookie.length + 1);
    try {
      return await fetch(address, {
        method,
        body,
        signal,
        credentials: 'same-origin',
        headers: { 'Accept-Language': language, ...(csrf && method !== 'GET' ? { 'X-CSRF-Token': csrf } : {}), ...headers },
      });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new Problem(0, { message: offline() });
    }
  };

  let response = await attempt();
  if (response.status === 401 && onSignedOut && !address.includes('/auth/') && (await onSignedOut())) response = await attempt();
  const told = Date.parse(response.headers.get('Date') ?? '');
  if (Number.isFinite(told)) skew = Math.abs(told - Date.now()) < 2_000 ? 0 : told - Date.now();
  if (!response.ok && !response.headers.get('Content-Disposition')?.startsWith('attachment')) throw await problemOf(response, unreadable());
  return response;
}

const read = async <T>(response: Response): Promise<T> => (response.status === 204 ? (undefined as T) : ((await response.json()) as T));

/** Reads a resource. */
export async function get<K extends Gets>(operation: K, options: ReadOptions<K>): Promise<Operations[K]['answer']> {
  return (await getTagged(operation, options)).body;
}

/** Reads a resource with its tag. */
export async function getTagged<K extends Gets>(operation: K, options: ReadOptions<K>): Promise<Tagged<Operations[K]['answer']>> {
  const response = await send('GET', addressOf(operation, options.path, options.query), {}, undefined, options.signal);
  return { body: await read(response), tag: response.headers.get('ETag') ?? '' };
}

/** Changes something. Each call of a POST has a key of its own, so that a repeat after a lost answer has one effect. */
export async function write<K extends Writes>(operation: K, options: WriteOptions<K>): Promise<Tagged<Operations[K]['answer']>> {
  const method = operation.slice(0, operation.indexOf(' ')) as Method<K>;
  const headers: Record<string, string> = {};
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.ifMatch) headers['If-Match'] = options.ifMatch;
  if (options.onlyNew) headers['If-None-Match'] = '*';
  if (method === 'POST') headers['Idempotency-Key'] = crypto.randomUUID();
  const response = await send(
    method, addressOf(operation, options.path, options.query), headers, options.body === undefined ? undefined : JSON.stringify(options.body));
  return { body: await read(response), tag: response.headers.get('ETag') ?? '' };
}

/** Sends a file as it is. */
export async function upload<T>(address: string, file: Blob, contentType: string): Promise<T> {
  return read<T>(await send('POST', `/api/v1${address}`, { 'Content-Type': contentType, 'Idempotency-Key': crypto.randomUUID() }, file));
}

/** Sends a form with a file. */
export async function uploadForm<T>(address: string, form: FormData): Promise<T> {
  return read<T>(await send('POST', `/api/v1${address}`, { 'Idempotency-Key': crypto.randomUUID() }, form));
}

/** Puts a form with a file in the place of what is there, or where nothing is. */
export async function putForm<T>(address: string, form: FormData, ifMatch: string | undefined): Promise<T> {
  return read<T>(await send('PUT', `/api/v1${address}`, ifMatch ? { 'If-Match': ifMatch } : { 'If-None-Match': '*' }, form));
}

/** The name that an answer gives its file; the encoded one wins, for it may be Chinese. */
export function fileNameOf(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? 'file';
}

/** Fetches a file and hands it to the browser to save; with a file to send, that file's answer. */
export async function download(address: string, sent?: { file: Blob; contentType: string }): Promise<void> {
  const response = await send(
    sent ? 'POST' : 'GET', `/api/v1${address}`, sent ? { 'Content-Type': sent.contentType, 'Idempotency-Key': crypto.randomUUID() } : {}, sent?.file);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = fileNameOf(response.headers.get('Content-Disposition'));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Sends a piece of a file. */
export async function sendBytes<T>(operation: string, path: Record<string, string | number>, query: Query, bytes: Blob): Promise<T> {
  return read<T>(await send('PUT', addressOf(operation, path, query), { 'Content-Type': 'application/octet-stream' }, bytes));
}
