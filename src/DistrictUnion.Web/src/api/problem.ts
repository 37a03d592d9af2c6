/** A problem that the service explains (RFC 9457), or that kept the request from reaching it. */
export class Problem extends Error {
  readonly status: number;
  readonly slug: string;
  /** Messages by field, in the service's dotted paths. */
  readonly fields: Record<string, string[]>;
  readonly traceId?: string;
  /** What can't be done as a whole, one by one (422). */
  readonly problems: { path: string; message: string }[];
  /** What is possible in the present state (409). */
  readonly allowed: string[];

  constructor(status: number, body: Partial<ProblemBody> & { message: string }) {
    super(body.message);
    this.status = status;
    this.slug = body.type?.replace('/problems/', '') ?? '';
    this.fields = body.errors ?? {};
    this.traceId = body.traceId;
    this.problems = body.problems ?? [];
    this.allowed = body.allowed ?? [];
  }

  /** Somebody else changed the resource in the meantime. */
  get isStale() {
    return this.status === 412;
  }

  /** The request never reached the service, or its answer never came back. */
  get isOffline() {
    return this.status === 0;
  }

  get isNotFound() {
    return this.status === 404 || this.status === 403;
  }
}

interface ProblemBody {
  type: string;
  title: string;
  detail: string;
  errors: Record<string, string[]>;
  traceId: string;
  problems: { path: string; message: string }[];
  allowed: string[];
}

/** Reads the problem of an answer; anything unreadable becomes a plain sentence. */
export async function problemOf(response: Response, fallback: string): Promise<Problem> {
  try {
    const body = (await response.json()) as Partial<ProblemBody>;
    return new Problem(response.status, { ...body, message: body.detail || body.title || fallback });
  } catch {
    return new Problem(response.status, { message: fallback });
  }
}

/** A field of an antd form with the service's messages; list positions become numbers. */
export function formErrors(problem: Problem): { name: (string | number)[]; errors: string[] }[] {
  return Object.entries(problem.fields).map(([path, errors]) => ({ name: namePath(path), errors }));
}

/** `scores[0].reason` → `['scores', 0, 'reason']`. */
export function namePath(path: string): (string | number)[] {
  return [...path.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part));
}
