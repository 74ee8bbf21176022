/** A value that was refused or a doubt worth telling, named so that a developer can mend it. */
export interface Problem {
  /** Stable kebab-case name, such as `no-zone`. */
  code: string;
  /** The attribute, option or JSON member it is about. */
  field?: string;
  /** What was found, at most 80 characters; anything that could be a token is masked. */
  found?: string;
  /** What would be right. */
  expected?: string;
}

export function problem(code: string, expected?: string, found?: unknown, field?: string): Problem {
  const named: Problem = { code };
  if (field !== undefined) named.field = field;
  if (found !== undefined) named.found = quote(found);
  if (expected !== undefined) named.expected = expected;
  return named;
}

// Law 7: 20 unbroken characters could be a token; no date, duration or status has that many.
const tokenLike = /[\w\-+/=~.]{20,}/g;
const userInfo = /\/\/[^/@]*@/g;

function quote(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? typeof value : String(value);
  return text.replace(userInfo, '//…@').replace(tokenLike, '…').slice(0, 80);
}
